using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>The acts of a recommendation's life.</summary>
[MutationType]
public static class RecommendationMutations
{
    /// <summary>The answer of the State that it is addressed to: it accepts the recommendation, or takes note of it.</summary>
    [Authorize]
    public static Task<RecommendationPayload> AnswerRecommendation(AnswerRecommendationInput input, ActRunner acts, FieldContext field)
    {
        var wanted = input.Answer == AnswerKind.Accept ? DocumentAct.Accept : DocumentAct.Decline;
        return StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, wanted, (act, recommendation) =>
        {
            CheckReason(input);
            var office = OfficeOf(act, recommendation);
            recommendation.Answer(new RecommendationAnswer { Kind = input.Answer, Reason = input.Reason, AnsweredOn = act.Today, OfficeId = office });
            recommendation.LeadId ??= office;
            recommendation.Schedule(input.NextOn);
            act.Tell(ChangeType.RecommendationAnswered, recommendation);
            return Task.CompletedTask;
        });
    }

    /// <summary>Says which office of the State sees to it, and when something is due.</summary>
    [Authorize]
    public static Task<RecommendationPayload> AssignRecommendation(AssignRecommendationInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Assign, async (act, recommendation) =>
        {
            await LeadOffices.CheckAsync(act, recommendation, input.Lead);
            recommendation.LeadId = input.Lead;
            recommendation.Schedule(input.NextOn);
            act.Tell(ChangeType.RecommendationAssigned, recommendation);
        });

    /// <summary>Reports how far the State is: its focal point does, or the office that sees to it.</summary>
    [Authorize]
    public static Task<RecommendationPayload> ReportProgress(ReportProgressInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Report, (act, recommendation) =>
        {
            RecommendationRules.CheckReport(input.Text, "text", input.Evidence, recommendation);
            var kind = input.MidTerm ? ReportKind.MidTerm : ReportKind.Progress;
            recommendation.Report(act, OfficeOf(act, recommendation), kind, input.Text, input.Evidence);
            recommendation.Schedule(input.NextOn);
            act.Tell(ChangeType.RecommendationReported, recommendation);
            return Task.CompletedTask;
        });

    /// <summary>Says that a recommendation is done, and what came of it.</summary>
    [Authorize]
    public static Task<RecommendationPayload> CompleteRecommendation(CompleteRecommendationInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Complete, (act, recommendation) =>
        {
            RecommendationRules.CheckReport(input.Result, "result", input.Evidence, recommendation);
            recommendation.Report(act, OfficeOf(act, recommendation), ReportKind.Final, input.Result, input.Evidence);
            recommendation.NextOn = null;
            act.Tell(ChangeType.RecommendationCompleted, recommendation);
            return Task.CompletedTask;
        });

    private static async Task<RecommendationPayload> StepAsync(
        DocumentStep step, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Recommendation, Task> rest) =>
        new(await acts.StepAsync(field, RecommendationLife.Life, wanted, step, rest));

    private static void CheckReason(AnswerRecommendationInput input)
    {
        var check = new InputCheck();
        if (input.Answer == AnswerKind.Note)
        {
            check.Text(input.Reason, 4_000, "reason");
        }
        else
        {
            check.OptionalText(input.Reason, 4_000, "reason");
        }

        check.ThrowIfAny();
    }

    /// <summary>The office through which the viewer acts: the State's focal point, else the lead.</summary>
    private static Guid OfficeOf(Act act, Recommendation recommendation) =>
        (act.Viewer.Appointments.FirstOrDefault(held => held.Role == Role.NationalFocalPoint && held.PartyCode == recommendation.Country)
            ?? act.Viewer.ActsFor(recommendation.LeadId ?? recommendation.OwnerId)!).OfficeId;
}

/// <summary>What an act on a recommendation came to.</summary>
public sealed class RecommendationPayload(ActResult result) : ActPayload(result);
