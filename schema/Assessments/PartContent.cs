using R2P.Schema.Access;
using R2P.Schema.Acts;

namespace R2P.Schema.Assessments;

/// <summary>From inputs to a part's content, and from there into the assessment.</summary>
internal static class PartContent
{
    public static AssessmentPart Create(Act act, Assessment assessment, AskForPartInput input) => new()
    {
        Id = act.NewId(),
        AssessmentId = assessment.Id,
        OwnerId = assessment.OwnerId,
        OfficeId = input.Office,
        Readers = ReaderRules.OfTwoOffices(assessment.OwnerId, input.Office),
        Language = assessment.Language,
        Title = input.Title,
        Framework = assessment.Framework,
        Factors = [.. input.Factors ?? []],
        Inhibitors = [.. input.Inhibitors ?? []],
        DueOn = input.DueOn,
        Body = new PartBody(),
    };

    public static void Apply(AssessmentPart part, WritePartInput input) => part.Body = new PartBody
    {
        Ratings = input.Ratings is null ? part.Body.Ratings : FindingContent.Ratings(input.Ratings),
        Inhibitors = input.Inhibitors is null ? part.Body.Inhibitors : FindingContent.Inhibitors(input.Inhibitors),
        Note = input.Note.HasValue ? input.Note.Value : part.Body.Note,
    };

    public static void TakeIn(Assessment assessment, AssessmentPart part)
    {
        var (body, said) = (assessment.Body, part.Body);
        assessment.Fill(new AssessmentBody
        {
            Ratings = Merge(body.Ratings, said.Ratings, rating => rating.Factor),
            Inhibitors = Merge(body.Inhibitors, said.Inhibitors, inhibitor => inhibitor.Inhibitor),
            StageReasons = body.StageReasons,
            Triggers = body.Triggers,
        });
    }

    /// <summary>What was there, with what comes new in the place of what is about the same.</summary>
    private static List<T> Merge<T>(List<T> there, List<T> anew, Func<T, string> about)
    {
        var byCode = anew.ToDictionary(about);
        var codes = there.Select(about).ToHashSet();
        return [.. there.Select(old => byCode.GetValueOrDefault(about(old)) ?? old), .. anew.Where(added => !codes.Contains(about(added)))];
    }
}
