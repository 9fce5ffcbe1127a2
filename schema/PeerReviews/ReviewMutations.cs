using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>The acts of a review's life.</summary>
[MutationType]
public static class ReviewMutations
{
    /// <summary>
    /// Asks other offices to review the current version of one of your documents, or calls for reviewers, or both. Who takes part reads exactly that
    /// version, until the review ends; the document itself is not changed.
    /// </summary>
    [Authorize]
    public static async Task<PeerReviewPayload> OpenReview(
        OpenReviewInput input, ActRunner acts, SharedDocuments documents, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var document = await ReviewOpening.FindDocumentAsync(act, documents, input);
            await ReviewOpening.CheckAsync(act, input, document);
            var review = ReviewOpening.Create(act, input, document);
            act.Context.Add(review);
            act.Context.AddRange(input.Reviewers.Select(office => ReviewOpening.Invite(review, office)));
            await act.Context.SaveChangesAsync(act.Cancellation);
            await ReviewOpening.KeepVersionAsync(act, review, document);
            await ReviewCalling.OpenAsync(act, review, input, publication);
            act.TellReview(ChangeType.ReviewOpened, review);
            return review.Id;
        }));

    /// <summary>Takes part in a review to which your office was asked. You read the document with your next request.</summary>
    [Authorize]
    public static async Task<PeerReviewPayload> AcceptReview(AcceptReviewInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.ConflictOfInterest, 2_000, "conflictOfInterest");
            input.Panel?.Check(check);
            check.ThrowIfAny();
            var (review, reviewer) = await EnterAsReviewerAsync(act, input.ReviewId, input.Office, field);
            MustHaveAnswered(reviewer, field, ReviewerStatus.Invited);
            (reviewer.Status, reviewer.ConflictOfInterest, reviewer.AnsweredAt) = (ReviewerStatus.Accepted, input.ConflictOfInterest, act.Now);
            (reviewer.People, reviewer.Women) = (input.Panel?.People, input.Panel?.Women);
            act.TellReview(ChangeType.ReviewAccepted, review, changesAccess: true);
            return review.Id;
        }));

    /// <summary>Does not take part in a review, or not any more. What you have written stays.</summary>
    [Authorize]
    public static async Task<PeerReviewPayload> DeclineReview(DeclineReviewInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (review, reviewer) = await EnterAsReviewerAsync(act, input.ReviewId, input.Office, field);
            MustHaveAnswered(reviewer, field, ReviewerStatus.Invited, ReviewerStatus.Accepted);
            (reviewer.Status, reviewer.AnsweredAt) = (ReviewerStatus.Declined, act.Now);
            act.TellReview(ChangeType.ReviewDeclined, review, changesAccess: true);
            return review.Id;
        }));

    /// <summary>Calls a review off. The reviewers do not read the document through it any more; comments stay in the room.</summary>
    [Authorize]
    public static async Task<PeerReviewPayload> CancelReview(CancelReviewInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            act.Because(input.Reason);
            var review = await act.EnterOwnReviewAsync(input.ReviewId, input.Version, "cancel this review");
            review.MustBeOpen(field.Field.Name);
            review.Status = ReviewStatus.Cancelled;
            await ReviewCalling.EndWithReviewAsync(act, review);
            act.TellReview(ChangeType.ReviewCancelled, review, changesAccess: true);
            return review.Id;
        }));

    /// <summary>
    /// Closes a review whose comments are all answered, and decides which of them leave the room. The reviewers do not read the document through the
    /// review any more.
    /// </summary>
    [Authorize]
    public static async Task<PeerReviewPayload> CloseReview(CloseReviewInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Conclusions, DocumentRules.MaxText, "conclusions");
            check.ThrowIfAny();
            var review = await act.EnterOwnReviewAsync(input.ReviewId, input.Version, "close this review");
            review.MustBeOpen(field.Field.Name);
            Guid[] release = [.. (input.Release ?? []).Distinct()];
            await ReviewClosing.CheckAsync(act, review, input.Release ?? []);
            (review.Status, review.Conclusions) = (ReviewStatus.Closed, input.Conclusions);
            await ReviewCalling.EndWithReviewAsync(act, review);
            await act.Context.SaveChangesAsync(act.Cancellation);
            await act.Context.Database.ExecuteSqlAsync($"select r2p.release_comments({review.Id}, {release})", act.Cancellation);
            act.TellReview(ChangeType.ReviewClosed, review, changesAccess: true);
            return review.Id;
        }));

    private static async Task<(PeerReview Review, Reviewer Reviewer)> EnterAsReviewerAsync(
        Act act, Guid id, Guid? office, FieldContext field)
    {
        var review = await act.EnterReviewAsync(id);
        var reviewer = await act.MustReviewAsync(review, office, $"use {field.Field.Name} on it");
        review.MustBeOpen(field.Field.Name);
        return (review, reviewer);
    }

    private static void MustHaveAnswered(Reviewer reviewer, FieldContext field, params ReviewerStatus[] allowed)
    {
        if (!allowed.Contains(reviewer.Status))
        {
            throw Refuse.Transition(field.Field.Name, reviewer.Status, allowed);
        }
    }
}

/// <summary>What an act on a review came to.</summary>
public sealed class PeerReviewPayload(ActResult result) : ActPayload(result);
