using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What an assessment's content has to keep to: the framework it names, the catalogue's codes, lengths.</summary>
public sealed class AssessmentRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>Checks a draft.</summary>
    public void Check(InputCheck check, DraftAssessmentInput input)
    {
        DocumentRules.Title(check, input.Title);
        DocumentRules.Summary(check, input.Summary);
        DocumentRules.Language(check, input.Language);
        rules.Tags(check, input.Tags);
        rules.Country(check, input.Country, "country");
        if (catalogue.FindFramework(input.Framework, input.FrameworkVersion) is null)
        {
            check.Add($"Unknown framework \"{input.Framework}\" in version \"{input.FrameworkVersion}\".", "framework");
            return;
        }

        CheckContent(
            check, input.Framework, input.Ratings, input.Inhibitors, input.Stage, input.Triggers, input.Consulted);
    }

    /// <summary>Checks a change; what is not given is not checked again.</summary>
    public void Check(InputCheck check, ReviseAssessmentInput input, string framework)
    {
        DocumentRules.Summary(check, input.Summary.Value);
        rules.Tags(check, input.Tags);
        if (input.Title is not null)
        {
            DocumentRules.Title(check, input.Title);
        }

        CheckContent(check, framework, input.Ratings, input.Inhibitors, input.Stage.Value, input.Triggers, input.Consulted);
    }

    /// <summary>Neither risk nor resilience alone is an assessment: both must be there before it is signed off.</summary>
    public static void CheckComplete(Assessment assessment)
    {
        if (assessment.Ratings.Count == 0)
        {
            throw Refuse.Invalid("Rate at least one risk factor first.", "input", "id");
        }

        if (assessment.Inhibitors.Count == 0)
        {
            throw Refuse.Invalid("Look at inhibitors beside the risks first: neither alone is an assessment.", "input", "id");
        }
    }

    private void CheckContent(
        InputCheck check,
        string framework,
        IReadOnlyList<FactorRatingInput>? ratings,
        IReadOnlyList<InhibitorRatingInput>? inhibitors,
        StageInput? stage,
        IReadOnlyList<AssessedTriggerInput>? triggers,
        IReadOnlyList<ConsultedInput>? consulted)
    {
        CheckRatings(check, framework, ratings);
        CheckInhibitors(check, inhibitors);
        CheckTriggers(check, triggers);
        CheckConsulted(check, consulted);
        if (stage is not null)
        {
            DocumentRules.Code(check, catalogue.IsStage, "stage", stage.Stage, "stage", "stage");
            check.Text(stage.Reasons, DocumentRules.MaxText, "stage", "reasons");
        }
    }

    private void CheckRatings(InputCheck check, string framework, IReadOnlyList<FactorRatingInput>? ratings)
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
            CheckEvidence(check, rating, at);
            CheckIndicators(check, framework, rating, at);
        }
    }

    private void CheckEvidence(InputCheck check, FactorRatingInput rating, string at)
    {
        check.Count(rating.Evidence, DocumentRules.MaxEntries, "ratings", at, "evidence");
        for (var j = 0; j < rating.Evidence?.Count; j++)
        {
            DocumentRules.Code(check, catalogue.IsInformationSource, "kind of source", rating.Evidence[j].Kind, "ratings", at, "evidence", $"{j}", "kind");
            check.Text(rating.Evidence[j].Title, 500, "ratings", at, "evidence", $"{j}", "title");
            check.OptionalText(rating.Evidence[j].Url?.OriginalString, 2_000, "ratings", at, "evidence", $"{j}", "url");
        }
    }

    private void CheckIndicators(InputCheck check, string framework, FactorRatingInput rating, string at)
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
        }
    }

    private void CheckInhibitors(InputCheck check, IReadOnlyList<InhibitorRatingInput>? inhibitors)
    {
        check.Count(inhibitors, DocumentRules.MaxEntries, "inhibitors");
        check.Distinct(inhibitors?.Select(inhibitor => inhibitor.Inhibitor), "inhibitors");
        for (var i = 0; i < inhibitors?.Count; i++)
        {
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", inhibitors[i].Inhibitor, "inhibitors", $"{i}", "inhibitor");
            check.Text(inhibitors[i].Finding, DocumentRules.MaxText, "inhibitors", $"{i}", "finding");
        }
    }

    private void CheckTriggers(InputCheck check, IReadOnlyList<AssessedTriggerInput>? triggers)
    {
        check.Count(triggers, DocumentRules.MaxEntries, "triggers");
        for (var i = 0; i < triggers?.Count; i++)
        {
            DocumentRules.Code(check, catalogue.IsTrigger, "trigger", triggers[i].Trigger, "triggers", $"{i}", "trigger");
            check.OptionalText(triggers[i].Note, DocumentRules.MaxText, "triggers", $"{i}", "note");
        }
    }

    private static void CheckConsulted(InputCheck check, IReadOnlyList<ConsultedInput>? consulted)
    {
        check.Count(consulted, DocumentRules.MaxEntries, "consulted");
        for (var i = 0; i < consulted?.Count; i++)
        {
            check.Text(consulted[i].Name, 300, "consulted", $"{i}", "name");
        }
    }
}
