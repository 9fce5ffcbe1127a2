using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>What both sides do while help is given: each may.</summary>
[MutationType]
public static class AgreementMutations
{
    /// <summary>Changes what was agreed, with a reason; the other side has to agree again.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> AmendAssistance(AmendAssistanceInput input, ActRunner acts, FieldContext field) =>
        OfferMutations.StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Amend, (act, offer) =>
        {
            OfferMutations.MustGiveReason(input.Reason);
            offer.ProposeScope(act, OfferMutations.SideOf(act, offer), input.Scope, input.Reason);
            act.Tell(ChangeType.AssistanceAmended, offer);
            return Task.CompletedTask;
        });

    /// <summary>Ends help, with a reason; or takes an offer off the table that nobody has answered.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> StopAssistance(StopAssistanceInput input, ActRunner acts, FieldContext field) =>
        OfferMutations.StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Close, (act, offer) =>
        {
            OfferMutations.MustGiveReason(input.Reason);
            var body = offer.Body.Copy();
            body.StopReason = input.Reason;
            offer.Body = body;
            act.Tell(ChangeType.AssistanceStopped, offer);
            return Task.CompletedTask;
        });

    /// <summary>Sets a day on which both sides look whether the help still serves.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> AddReviewPoint(AddReviewPointInput input, ActRunner acts, FieldContext field) =>
        OfferMutations.StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Hold, (act, offer) =>
        {
            var check = new InputCheck();
            check.Text(input.Question, 1_000, "question");
            check.Count(offer.Body.ReviewPoints, DocumentRules.MaxEntries - 1, "id");
            if (input.DueOn < act.Today)
            {
                check.Add("Lies in the past.", "dueOn");
            }

            check.ThrowIfAny();
            offer.AddReviewPoint(input.DueOn, input.Question);
            act.Tell(ChangeType.AssistanceReviewPlanned, offer);
            return Task.CompletedTask;
        });

    /// <summary>Writes down what both sides found at a review point.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> HoldReviewPoint(HoldReviewPointInput input, ActRunner acts, FieldContext field) =>
        OfferMutations.StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Hold, (act, offer) =>
        {
            var check = new InputCheck();
            check.Text(input.Finding, DocumentRules.MaxText, "finding");
            check.ThrowIfAny();
            offer.HoldReviewPoint(input.Number, act.Today, input.Finding);
            act.Tell(ChangeType.AssistanceReviewed, offer);
            return Task.CompletedTask;
        });

    /// <summary>Reports what was done and what came of it, also that it did not work.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> ReportAssistance(ReportAssistanceInput input, ActRunner acts, FieldContext field) =>
        OfferMutations.StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Report, (act, offer) =>
        {
            var check = new InputCheck();
            check.Text(input.Activity, DocumentRules.MaxText, "activity");
            check.Text(input.Result, DocumentRules.MaxText, "result");
            check.OptionalText(input.Lesson, DocumentRules.MaxText, "lesson");
            check.Count(offer.Body.Reports, DocumentRules.MaxEntries - 1, "activity");
            check.ThrowIfAny();
            var body = offer.Body.Copy();
            body.Reports.Add(new AssistanceReport
            {
                Kind = input.Kind,
                Activity = input.Activity,
                Result = input.Result,
                Worked = input.Worked,
                Lesson = input.Lesson,
                OfficeId = OfferMutations.SideOf(act, offer),
                At = act.Now,
            });
            offer.Body = body;
            act.Tell(ChangeType.AssistanceReported, offer);
            return Task.CompletedTask;
        });
}
