using R2P.Schema.Acts;
using R2P.Schema.Catalogue;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>What a recommendation, and what is reported on it, has to keep to.</summary>
public sealed class RecommendationRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>The most recommendations of one import.</summary>
    public const int MaxImport = 200;

    /// <summary>Checks a recommendation as it would be put on record.</summary>
    /// <param name="check">Collects what is wrong.</param>
    /// <param name="recommendation">The recommendation.</param>
    /// <param name="state">The State of the office that records it; null if it is none of a State.</param>
    /// <param name="path">The input field that holds what the recommendation alone has; none if the input is the recommendation.</param>
    public void Check(InputCheck check, Recommendation recommendation, string? state, params string[] path)
    {
        check.Text(recommendation.Text, DocumentRules.MaxText, [.. path, "text"]);
        if (recommendation.Title is not "")
        {
            check.Text(recommendation.Title, 300, [.. path, "title"]);
        }

        CheckCountry(check, recommendation.Country, state, [.. path, "country"]);
        check.OptionalText(recommendation.Paragraph, 100, [.. path, "paragraph"]);
        CheckThemes(check, recommendation.Themes, [.. path, "themes"]);
        rules.Tags(check, recommendation.Tags, [.. path, "tags"]);
    }

    /// <summary>Checks what the recommendations of one session have in common.</summary>
    public void CheckSession(InputCheck check, string mechanism, string? symbol, string? cycle, string? session, string language)
    {
        DocumentRules.Code(
            check, code => catalogue.FindCode(code) is PeerReviewMechanism or ReferenceDocument, "review mechanism or report", mechanism, "mechanism");
        check.OptionalText(symbol, 100, "symbol");
        check.OptionalText(cycle, 100, "cycle");
        check.OptionalText(session, 100, "session");
        DocumentRules.Language(check, language);
    }

    /// <summary>Checks a report on a recommendation.</summary>
    public static void CheckReport(string text, string field, IReadOnlyList<EvidenceLinkInput>? evidence, Recommendation recommendation)
    {
        var check = new InputCheck();
        check.Text(text, DocumentRules.MaxText, field);
        EvidenceLinks.Check(check, evidence);
        if (recommendation.Reports.Count >= DocumentRules.MaxEntries)
        {
            check.Add($"There are {DocumentRules.MaxEntries} reports already: no more are kept.", field);
        }

        check.ThrowIfAny();
    }

    private void CheckCountry(InputCheck check, string country, string? state, params string[] path)
    {
        if (country is "")
        {
            check.Add("Name the State that it is addressed to.", path);
        }
        else if (!catalogue.IsCountry(country))
        {
            rules.Country(check, country, path);
        }
        else if (state is not null && country != state)
        {
            check.Add("An office of a State records what is addressed to its own State.", path);
        }
    }

    private static void CheckThemes(InputCheck check, string[] themes, params string[] path)
    {
        check.Count(themes, DocumentRules.MaxEntries, path);
        check.Distinct(themes, path);
        for (var i = 0; i < themes.Length; i++)
        {
            check.Text(themes[i], 200, [.. path, $"{i}"]);
        }
    }
}
