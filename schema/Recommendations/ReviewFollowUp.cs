using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>What a peer review leaves to be done.</summary>
[MutationType]
public static class ReviewFollowUp
{
    /// <summary>The mechanism of what peers recommend to each other here.</summary>
    private const string PeerReview = "FOCAL_POINT_PEER_REVIEW";

    /// <summary>
    /// Makes a tracked recommendation to your State of a comment in the review of your document, during the review or after it. Nobody but your office
    /// sees it until you share it.
    /// </summary>
    [Authorize]
    public static async Task<RecommendationPayload> RecommendFromReview(
        RecommendFromReviewInput input, ActRunner acts, RecommendationRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var comment = await act.Context.VisibleComments().AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.CommentId, act.Cancellation)
                ?? throw Refuse.NotFound("comment", "input", "commentId");
            act.MustActFor(comment.OwnerId, "follow this comment up", Roles.WhoDecide);
            // Two at once would both find no recommendation yet.
            await act.EnterReviewAsync(comment.ReviewId);
            await CheckAsync(act, comment, input);
            var state = await Publication.StateOfAsync(act, comment.OwnerId)
                ?? throw Refuse.Invalid("The document is none of a State's: recommendations are addressed to States.", "input", "commentId");
            var recommendation = Create(act, comment, state, input);
            var check = new InputCheck();
            rules.Check(check, recommendation, state);
            check.ThrowIfAny();
            act.Context.Add(recommendation);
            act.Tell(ChangeType.RecommendationRecorded, recommendation);
            return recommendation.Id;
        }));

    private static Recommendation Create(Act act, Comment comment, string state, RecommendFromReviewInput input)
    {
        var recommendation = RecommendationContent.Create(act, comment.OwnerId, PeerReview, state, input.Text ?? comment.Text, input.Title);
        recommendation.AdoptedOn = DateOnly.FromDateTime(comment.CreatedAt.UtcDateTime);
        recommendation.NextOn = input.NextOn;
        recommendation.Tags = [.. input.Tags ?? []];
        recommendation.ReviewId = comment.ReviewId;
        recommendation.CommentId = comment.Id;
        return recommendation;
    }

    private static async Task CheckAsync(Act act, Comment comment, RecommendFromReviewInput input)
    {
        var check = new InputCheck();
        if (comment.Kind != CommentKind.Recommendation)
        {
            check.Add("This comment recommends nothing: its kind is another one.", "commentId");
        }

        if (await act.Context.Visible<Recommendation>().AnyAsync(r => r.CommentId == comment.Id, act.Cancellation))
        {
            check.Add("This comment is followed up already.", "commentId");
        }

        if (input.Text is null && comment.Addressee != CommentAddressee.Audience)
        {
            check.Add("This comment was not written for the document's audience: say in your own words what is recommended.", "text");
        }

        check.ThrowIfAny();
    }
}
