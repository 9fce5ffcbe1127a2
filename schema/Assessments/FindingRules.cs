using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What findings have to keep to, wherever they are written.</summary>
public sealed class FindingRules(Catalogue.Catalogue catalogue)
{
    /// <summary>Findings on risk factors of a framework.</summary>
    public void Ratings(InputCheck check, string framework, IReadOnlyList<FactorRatingInput>? ratings)
    {
        check.Count(ratings, DocumentRules.MaxEntries, "ratings");
        check.Distinct(ratings?.Select(rating => rating.Factor), "ratings");
        for (var i = 0; i < ratings?.Count; i++)
        {
            var (rating, at) = (ratings[i], $"{i}");
            if (!catalogue.IsFactor(framework, rating.Factor))
            {
                check.Add($"\"{rating.Factor}\" is no factor of {framework}.", "ratings", at, "factor");
            }

            check.Text(rating.Finding, DocumentRules.MaxText, "ratings", at, "finding");
            check.OptionalText(rating.Dissent, DocumentRules.MaxText, "ratings", at, "dissent");
            check.Distinct(rating.Actors?.Select(Documents.EnumText.Of), "ratings", at, "actors");
            Evidence(check, rating.Evidence, "ratings", at);
            Indicators(check, framework, rating, at);
        }
    }

    /// <summary>Findings on inhibitors.</summary>
    public void Inhibitors(InputCheck check, IReadOnlyList<InhibitorRatingInput>? inhibitors)
    {
        check.Count(inhibitors, DocumentRules.MaxEntries, "inhibitors");
        check.Distinct(inhibitors?.Select(inhibitor => inhibitor.Inhibitor), "inhibitors");
        for (var i = 0; i < inhibitors?.Count; i++)
        {
            var (inhibitor, at) = (inhibitors[i], $"{i}");
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", inhibitor.Inhibitor, "inhibitors", at, "inhibitor");
            check.Text(inhibitor.Finding, DocumentRules.MaxText, "inhibitors", at, "finding");
            check.OptionalText(inhibitor.Dissent, DocumentRules.MaxText, "inhibitors", at, "dissent");
            check.OptionalText(inhibitor.Need, DocumentRules.MaxText, "inhibitors", at, "need");
            Evidence(check, inhibitor.Evidence, "inhibitors", at);
            AssistanceForms(check, inhibitor, at);
        }
    }

    private void Evidence(InputCheck check, IReadOnlyList<EvidenceInput>? evidence, params string[] path)
    {
        check.Count(evidence, DocumentRules.MaxEntries, [.. path, "evidence"]);
        for (var j = 0; j < evidence?.Count; j++)
        {
            string[] at = [.. path, "evidence", $"{j}"];
            DocumentRules.Code(check, catalogue.IsInformationSource, "kind of source", evidence[j].Kind, [.. at, "kind"]);
            check.Text(evidence[j].Title, 500, [.. at, "title"]);
            check.Address(evidence[j].Url?.OriginalString, [.. at, "url"]);
            check.OptionalText(evidence[j].Caution, 1_000, [.. at, "caution"]);
        }
    }

    private void Indicators(InputCheck check, string framework, FactorRatingInput rating, string at)
    {
        check.Count(rating.Indicators, DocumentRules.MaxEntries, "ratings", at, "indicators");
        check.Distinct(rating.Indicators?.Select(indicator => indicator.Indicator), "ratings", at, "indicators");
        for (var j = 0; j < rating.Indicators?.Count; j++)
        {
            var indicator = rating.Indicators[j];
            if (!catalogue.IsIndicator(framework, rating.Factor, indicator.Indicator))
            {
                check.Add($"\"{indicator.Indicator}\" is no indicator of {rating.Factor}.", "ratings", at, "indicators", $"{j}", "indicator");
            }

            check.Text(indicator.Finding, DocumentRules.MaxText, "ratings", at, "indicators", $"{j}", "finding");
            check.OptionalText(indicator.Dissent, DocumentRules.MaxText, "ratings", at, "indicators", $"{j}", "dissent");
            Evidence(check, indicator.Evidence, "ratings", at, "indicators", $"{j}");
        }
    }

    private void AssistanceForms(InputCheck check, InhibitorRatingInput inhibitor, string at)
    {
        check.Count(inhibitor.AssistanceForms, DocumentRules.MaxEntries, "inhibitors", at, "assistanceForms");
        check.Distinct(inhibitor.AssistanceForms, "inhibitors", at, "assistanceForms");
        for (var j = 0; j < inhibitor.AssistanceForms?.Count; j++)
        {
            DocumentRules.Code(
                check, IsAssistanceForm, "form of assistance", inhibitor.AssistanceForms[j], "inhibitors", at, "assistanceForms", $"{j}");
        }
    }

    private bool IsAssistanceForm(string code) => catalogue.AssistanceCategories
        .SelectMany(category => category.Forms)
        .Any(form => form.Code == code || form.Areas?.Any(area => area.Code == code) == true);
}
