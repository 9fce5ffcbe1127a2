using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What a part has to keep to: who may be asked, and for what.</summary>
public sealed class PartRules(Catalogue.Catalogue catalogue, FindingRules findings)
{
    /// <summary>Checks whom a part is asked of, and for what.</summary>
    public async Task CheckAsync(Act act, AskForPartInput input, Assessment assessment)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, input.Title);
        if (input.Office == assessment.OwnerId || !await AreOfOnePartyAsync(act, input.Office, assessment.OwnerId))
        {
            check.Add("Is no other office of the same State or organization.", "office");
        }

        if (input is { Factors: null or [], Inhibitors: null or [] })
        {
            check.Add("Name the risk factors or the inhibitors that the part is about.", "factors");
        }

        check.Distinct(input.Factors, "factors");
        check.Distinct(input.Inhibitors, "inhibitors");
        Codes(check, input.Factors, code => catalogue.IsFactor(assessment.Framework, code), "factor of the assessment's framework", "factors");
        Codes(check, input.Inhibitors, catalogue.IsInhibitor, "inhibitor", "inhibitors");
        check.ThrowIfAny();
    }

    /// <summary>Checks what an office wrote: within what it was asked for.</summary>
    public void Check(AssessmentPart part, WritePartInput input)
    {
        var check = new InputCheck();
        findings.Ratings(check, part.Framework, input.Ratings);
        findings.Inhibitors(check, input.Inhibitors);
        check.OptionalText(input.Note.Value, DocumentRules.MaxText, "note");
        for (var i = 0; i < input.Ratings?.Count; i++)
        {
            MustBeAsked(check, part.Factors, input.Ratings[i].Factor, "ratings", $"{i}", "factor");
        }

        for (var i = 0; i < input.Inhibitors?.Count; i++)
        {
            MustBeAsked(check, part.Inhibitors, input.Inhibitors[i].Inhibitor, "inhibitors", $"{i}", "inhibitor");
        }

        check.ThrowIfAny();
    }

    private static void MustBeAsked(InputCheck check, string[] asked, string code, params ReadOnlySpan<string> path)
    {
        if (!asked.Contains(code))
        {
            check.Add($"Your office was not asked for \"{code}\".", path);
        }
    }

    private static void Codes(InputCheck check, IReadOnlyList<string>? codes, Func<string, bool> known, string what, string field)
    {
        for (var i = 0; i < codes?.Count; i++)
        {
            DocumentRules.Code(check, known, what, codes[i], field, $"{i}");
        }
    }

    private static Task<bool> AreOfOnePartyAsync(Act act, Guid one, Guid other) =>
        (from first in act.Context.Readable<Office>()
         join second in act.Context.Readable<Office>() on first.PartyId equals second.PartyId
         where first.Id == one && second.Id == other
         select first.Id).AnyAsync(act.Cancellation);
}
