using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>What a practice has to keep to, whether it was just proposed or changed.</summary>
public sealed class PracticeRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>Checks a practice as it would stand.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(Practice practice)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, practice.Title);
        DocumentRules.Summary(check, practice.Summary);
        DocumentRules.Language(check, practice.Language);
        rules.Tags(check, practice.Tags);
        CheckCodes(check, practice);
        CheckTexts(check, practice.Body);
        CheckPartners(check, practice);
        CheckNotes(check, practice.Body.ResultNotes);
        CheckTraces(check, practice);
        CheckSafeguards(check, practice);
        CheckYear(check, practice.Year, "year");
        CheckYear(check, practice.AsOf, "asOf");
        check.ThrowIfAny();
    }

    /// <summary>A practice can only adapt one that its author may see.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND.</exception>
    internal static async Task CheckModelAsync(Act act, Practice practice)
    {
        if (practice.AdaptedFromId is { } model && !await act.Context.Visible<Practice>().AnyAsync(p => p.Id == model, act.Cancellation))
        {
            throw Refuse.NotFound("practice", "input", "adaptedFrom");
        }
    }

    private void CheckCodes(InputCheck check, Practice practice)
    {
        rules.Country(check, practice.Country, "country");
        DocumentRules.Code(check, catalogue.IsPolicyOption, "policy option", practice.PolicyOption, "policyOption");
        DocumentRules.Code(check, catalogue.IsPillar, "pillar", practice.Pillar, "pillar");
        if (practice.Inhibitor is { } inhibitor)
        {
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", inhibitor, "inhibitor");
        }

        check.Count(practice.Tools, DocumentRules.MaxEntries, "tools");
        check.Distinct(practice.Tools, "tools");
        for (var i = 0; i < practice.Tools.Length; i++)
        {
            DocumentRules.Code(check, catalogue.IsTool, "tool", practice.Tools[i], "tools", $"{i}");
        }
    }

    private void CheckTexts(InputCheck check, PracticeBody body)
    {
        check.Text(body.WhatWasDone, DocumentRules.MaxText, "whatWasDone");
        check.OptionalText(body.Context, DocumentRules.MaxText, "context");
        check.OptionalText(body.Results, DocumentRules.MaxText, "results");
        check.OptionalText(body.Limits, DocumentRules.MaxText, "limits");
        check.OptionalText(body.HowToAdapt, DocumentRules.MaxText, "howToAdapt");
        check.OptionalText(body.Aims, DocumentRules.MaxText, "aims");
        check.OptionalText(body.Safeguards, DocumentRules.MaxText, "safeguards");
        if (body.Source is { } source)
        {
            rules.Reference(check, source.Document, "source", "document");
            check.OptionalText(source.At, 500, "source", "at");
        }
    }

    private void CheckPartners(InputCheck check, Practice practice)
    {
        var partners = practice.Body.Partners;
        check.Count(partners, DocumentRules.MaxEntries, "partners");
        for (var i = 0; i < partners.Count; i++)
        {
            var (partner, at) = (partners[i], $"{i}");
            DocumentRules.Code(check, catalogue.IsCode, "kind of partner", partner.Kind, "partners", at, "kind");
            check.OptionalText(partner.Name, 300, "partners", at, "name");
            if (partner.Name is not null && practice.Origin == PracticeOrigin.Community)
            {
                check.Add("Nobody is named who took part in a community's innovation: say the kind.", "partners", at, "name");
            }
            else if (partner.Name is null != partner.ConsentedOn is null)
            {
                check.Add("A partner is named with its consent only: give the name and the day of the consent, or neither.", "partners", at, "consentedOn");
            }
        }
    }

    private static void CheckNotes(InputCheck check, List<ResultNote> notes)
    {
        check.Count(notes, DocumentRules.MaxEntries, "resultNotes");
        if (notes is [.., var last])
        {
            check.Text(last.Aim, 500, "aim");
            check.Text(last.Finding, 4_000, "finding");
        }
    }

    /// <summary>Work against violent extremism has been a pretext for abuse: an entry about it says what guards against that.</summary>
    private void CheckSafeguards(InputCheck check, Practice practice)
    {
        var extremism = catalogue.CodeLists.First(list => list.Name == "pveElements2016").Entries.Select(entry => entry.Code);
        if (practice.Tags.Intersect(extremism).Any() && string.IsNullOrWhiteSpace(practice.Body.Safeguards))
        {
            check.Add("Say what keeps work against violent extremism from being used to justify abuse.", "safeguards");
        }
    }

    /// <summary>Of what communities have found, the method is told; who and where stays with them.</summary>
    private static void CheckTraces(InputCheck check, Practice practice)
    {
        if (practice.Origin != PracticeOrigin.Community)
        {
            return;
        }

        var body = practice.Body;
        NoTraces.Check(check, practice.Summary, "summary");
        NoTraces.Check(check, body.Context, "context");
        NoTraces.Check(check, body.WhatWasDone, "whatWasDone");
        NoTraces.Check(check, body.Results, "results");
        NoTraces.Check(check, body.Limits, "limits");
        NoTraces.Check(check, body.HowToAdapt, "howToAdapt");
        NoTraces.Check(check, body.Aims, "aims");
        foreach (var note in body.ResultNotes)
        {
            NoTraces.Check(check, note.Finding, "finding");
        }
    }

    private static void CheckYear(InputCheck check, int? year, string field)
    {
        if (year is < 1800 or > 2200)
        {
            check.Add($"{year} is no year between 1800 and 2200.", field);
        }
    }
}
