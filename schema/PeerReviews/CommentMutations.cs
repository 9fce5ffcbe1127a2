using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>What is said in a review.</summary>
[MutationType]
public static class CommentMutations
{
    /// <summary>Comments on a passage of the version under review, or replies to a comment.</summary>
    [Authorize]
    public static async Task<CommentPayload> AddComment(
        AddCommentInput input, ActRunner acts, SharedDocuments documents, Signatures signatures, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var review = await act.EnterReviewAsync(input.ReviewId);
            var office = await CommentWriting.SpeakerAsync(act, review, input.Office);
            review.MustBeOpen(field.Field.Name);
            var parent = await CommentWriting.FindParentAsync(act, review, input);
            var passage = await CommentWriting.FindPassageAsync(act, review, documents, input, parent);
            var signature = await signatures.SignAsync(act, review, office, input.Signature);
            var comment = await CommentWriting.WriteAsync(act, review, input, passage, signature, parent);
            act.Context.Add(comment);
            act.Context.Add(CommentWriting.AuthorOf(act, comment, office));
            act.TellComment(ChangeType.CommentAdded, comment, hidesActor: comment.Sealed);
            return comment.Id;
        }));

    /// <summary>
    /// Answers a comment on your document: taken up or not, and why. To change the answer, name the version of it that you saw; the former answer is
    /// kept.
    /// </summary>
    [Authorize]
    public static async Task<CommentPayload> AnswerComment(AnswerCommentInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Reason, 4_000, "reason");
            check.ThrowIfAny();
            var comment = await FindAsync(act, input.CommentId);
            act.MustActFor(comment.OwnerId, "answer this comment", Roles.WhoDecide);
            (await act.EnterReviewAsync(comment.ReviewId)).MustBeOpen(field.Field.Name);
            if (comment.InReplyToId is not null)
            {
                throw Refuse.Invalid("This is a reply: answer the comment that it replies to, or reply to it.", "input", "commentId");
            }

            act.Context.Add(new CommentAnswer
            {
                CommentId = comment.Id,
                Version = await NextVersionAsync(act, comment, input.Version),
                TakenUp = input.TakenUp,
                Reason = input.Reason,
                AnsweredAt = act.Now,
            });
            comment.Answered = true;
            act.TellComment(ChangeType.CommentAnswered, comment);
            return comment.Id;
        }));

    private static async Task<Comment> FindAsync(Act act, Guid id) =>
        await act.Context.VisibleComments().SingleOrDefaultAsync(comment => comment.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("comment", "input", "commentId");

    private static async Task<int> NextVersionAsync(Act act, Comment comment, int? seen)
    {
        var current = await act.Context.Set<CommentAnswer>()
            .Where(answer => answer.CommentId == comment.Id)
            .MaxAsync(answer => (int?)answer.Version, act.Cancellation);
        return (seen, current) switch
        {
            (null, null) => 1,
            (not null, null) => throw Refuse.Invalid("There is no answer yet: leave the version out.", "input", "version"),
            _ when seen == current => current.Value + 1,
            _ => throw Refuse.Stale(current.Value),
        };
    }
}

/// <summary>What an act on a comment came to.</summary>
public sealed class CommentPayload(ActResult result) : ActPayload(result);
