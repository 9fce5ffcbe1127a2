using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Institutions;

/// <summary>What the description of a body has to keep to.</summary>
public sealed class InstitutionRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>Checks an institution as it would stand.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    internal async Task CheckAsync(Act act, Institution institution)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, institution.Title);
        DocumentRules.Summary(check, institution.Summary);
        DocumentRules.Language(check, institution.Language);
        rules.Tags(check, institution.Tags);
        CheckInhibitors(check, institution.Inhibitors);
        CheckBody(check, institution.Body);
        if (institution.EndedOn < institution.StartedOn)
        {
            check.Add("Lies before the day on which the body began.", "endedOn");
        }

        if (institution.OfficeId is { } office && !await act.Context.Readable<Office>().AnyAsync(row => row.Id == office, act.Cancellation))
        {
            check.Add("There is no such office.", "contributorOffice");
        }

        check.ThrowIfAny();
    }

    private void CheckInhibitors(InputCheck check, string[] inhibitors)
    {
        check.Distinct(inhibitors, "inhibitors");
        for (var i = 0; i < inhibitors.Length; i++)
        {
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", inhibitors[i], "inhibitors", $"{i}");
        }
    }

    private static void CheckBody(InputCheck check, InstitutionBody body)
    {
        check.Count(body.Members, DocumentRules.MaxEntries, "members");
        for (var i = 0; i < body.Members.Count; i++)
        {
            check.Text(body.Members[i], 200, "members", $"{i}");
        }

        check.OptionalText(body.LegalBase, DocumentRules.MaxText, "legalBase");
        check.OptionalText(body.MeetingRhythm, DocumentRules.MaxText, "meetingRhythm");
        check.OptionalText(body.TermsOfReference, DocumentRules.MaxText, "termsOfReference");
        check.OptionalText(body.Description, DocumentRules.MaxText, "description");
    }
}
