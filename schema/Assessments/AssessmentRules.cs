using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What an assessment's content has to keep to: the framework it names, the catalogue's codes, lengths.</summary>
public sealed class AssessmentRules(Catalogue.Catalogue catalogue, DocumentRules rules, FindingRules findings)
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

    /// <summary>What others were asked to write is signed off by them and taken in before the whole is.</summary>
    public static async Task CheckPartsAsync(Act act, Assessment assessment)
    {
        var open = await act.Context.Visible<AssessmentPart>()
            .Where(part => part.AssessmentId == assessment.Id && part.Status != PartStatus.TakenIn && part.Status != PartStatus.Cancelled)
            .OrderBy(part => part.CreatedAt)
            .Select(part => part.Title)
            .FirstOrDefaultAsync(act.Cancellation);
        if (open is not null)
        {
            throw Refuse.Invalid($"The part \"{open}\" was not signed off and taken in yet: wait for it, or cancel it.", "input", "id");
        }
    }

    /// <summary>Dissent does not fall under the table: whoever leaves out another reading says why, for the history.</summary>
    public static void CheckDissent(AssessmentBody before, ReviseAssessmentInput input)
    {
        var left = Dissents(before).Except(
            [.. Dissents(input.Ratings) ?? Dissents(before.Ratings), .. Dissents(input.Inhibitors) ?? Dissents(before.Inhibitors)]);
        if (left.FirstOrDefault() is { } code && string.IsNullOrWhiteSpace(input.Reason))
        {
            throw Refuse.Invalid(
                $"There is a dissenting reading of {code} that you leave out: give a reason, which is kept with the history.", "input", "reason");
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
        findings.Ratings(check, framework, ratings);
        findings.Inhibitors(check, inhibitors);
        CheckTriggers(check, triggers);
        ConsultedBodies.Check(check, consulted);
        if (stage is not null)
        {
            DocumentRules.Code(check, catalogue.IsStage, "stage", stage.Stage, "stage", "stage");
            check.Text(stage.Reasons, DocumentRules.MaxText, "stage", "reasons");
        }
    }

    private static IEnumerable<string> Dissents(AssessmentBody body) => [.. Dissents(body.Ratings), .. Dissents(body.Inhibitors)];

    private static IEnumerable<string> Dissents(IEnumerable<FactorRating> ratings) =>
    [
        .. ratings.Where(rating => rating.Dissent is not null).Select(rating => rating.Factor),
        .. ratings.SelectMany(rating => rating.Indicators).Where(rating => rating.Dissent is not null).Select(rating => rating.Indicator),
    ];

    private static IEnumerable<string> Dissents(IEnumerable<InhibitorRating> inhibitors) =>
        inhibitors.Where(rating => rating.Dissent is not null).Select(rating => rating.Inhibitor);

    private static IEnumerable<string>? Dissents(IReadOnlyList<FactorRatingInput>? ratings) =>
        ratings is null ? null : Dissents(FindingContent.Ratings(ratings));

    private static IEnumerable<string>? Dissents(IReadOnlyList<InhibitorRatingInput>? inhibitors) =>
        inhibitors is null ? null : Dissents(FindingContent.Inhibitors(inhibitors));

    private void CheckTriggers(InputCheck check, IReadOnlyList<AssessedTriggerInput>? triggers)
    {
        check.Count(triggers, DocumentRules.MaxEntries, "triggers");
        for (var i = 0; i < triggers?.Count; i++)
        {
            DocumentRules.Code(check, catalogue.IsTrigger, "trigger", triggers[i].Trigger, "triggers", $"{i}", "trigger");
            check.OptionalText(triggers[i].Note, DocumentRules.MaxText, "triggers", $"{i}", "note");
        }
    }
}
