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
        CheckYear(check, practice.Year, "year");
        CheckYear(check, practice.AsOf, "asOf");
        check.ThrowIfAny();
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
        if (body.Source is { } source)
        {
            rules.Reference(check, source.Document, "source", "document");
            check.OptionalText(source.At, 500, "source", "at");
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
