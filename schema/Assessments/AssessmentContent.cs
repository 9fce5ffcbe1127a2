using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>From inputs to an assessment's content.</summary>
internal static class AssessmentContent
{
    public static async Task<Assessment> CreateAsync(Act act, ViewerAppointment author, DraftAssessmentInput input)
    {
        var assessment = new Assessment
        {
            Id = act.NewId(),
            OwnerId = author.OfficeId,
            Readers = ReaderRules.OfDraft(author.OfficeId),
            AuthorIds = [act.Person],
            Audience = Audience.OwnOffice(),
            Title = input.Title,
            Summary = input.Summary,
            Language = input.Language,
            Tags = [.. input.Tags ?? []],
            Country = input.Country ?? await Publication.StateOfAsync(act, author.OfficeId),
            Framework = input.Framework,
            FrameworkVersion = input.FrameworkVersion,
            Stage = input.Stage?.Stage,
            Consulted = ConsultedBodies.Of(input.Consulted ?? []),
            Body = new AssessmentBody(),
        };
        assessment.Fill(new AssessmentBody
        {
            Ratings = FindingContent.Ratings(input.Ratings ?? []),
            Inhibitors = FindingContent.Inhibitors(input.Inhibitors ?? []),
            StageReasons = input.Stage?.Reasons,
            Triggers = Triggers(input.Triggers ?? []),
        });
        return assessment;
    }

    public static void Apply(Assessment assessment, ReviseAssessmentInput input)
    {
        var body = assessment.Body;
        assessment.Title = input.Title ?? assessment.Title;
        assessment.Summary = input.Summary.HasValue ? input.Summary.Value : assessment.Summary;
        assessment.Tags = input.Tags is null ? assessment.Tags : [.. input.Tags];
        assessment.Consulted = input.Consulted is null ? assessment.Consulted : ConsultedBodies.Of(input.Consulted);
        assessment.Stage = input.Stage.HasValue ? input.Stage.Value?.Stage : assessment.Stage;
        assessment.Fill(new AssessmentBody
        {
            Ratings = input.Ratings is null ? body.Ratings : FindingContent.Ratings(input.Ratings),
            Inhibitors = input.Inhibitors is null ? body.Inhibitors : FindingContent.Inhibitors(input.Inhibitors),
            StageReasons = input.Stage.HasValue ? input.Stage.Value?.Reasons : body.StageReasons,
            Triggers = input.Triggers is null ? body.Triggers : Triggers(input.Triggers),
        });
    }

    /// <summary>A draft that begins where the published one stands.</summary>
    public static Assessment SuccessorOf(Act act, Assessment published) => new()
    {
        Id = act.NewId(),
        OwnerId = published.OwnerId,
        Readers = ReaderRules.OfDraft(published.OwnerId),
        AuthorIds = published.AuthorIds,
        Audience = Audience.OwnOffice(),
        Title = published.Title,
        Summary = published.Summary,
        Language = published.Language,
        Tags = published.Tags,
        Country = published.Country,
        Framework = published.Framework,
        FrameworkVersion = published.FrameworkVersion,
        Factors = published.Factors,
        Stage = published.Stage,
        SupersedesId = published.Id,
        Consulted = [.. published.Consulted],
        Body = published.Body,
    };

    private static List<AssessedTrigger> Triggers(IReadOnlyList<AssessedTriggerInput> triggers) =>
        [.. triggers.Select(trigger => new AssessedTrigger { Trigger = trigger.Trigger, ExpectedOn = trigger.ExpectedOn, Note = trigger.Note })];
}
