using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.Schema.Acts;

namespace R2P.Schema.PeerReviews;

/// <summary>What must be so before a review closes.</summary>
internal static class ReviewClosing
{
    /// <summary>Every comment has an answer, and what is to be released may be.</summary>
    /// <exception cref="ActRefusedException">UNANSWERED_COMMENTS, or INVALID_INPUT for each comment that can't be released.</exception>
    public static async Task CheckAsync(Act act, PeerReview review, IReadOnlyList<Guid> release)
    {
        var comments = await act.Context.VisibleComments()
            .AsNoTracking()
            .Where(comment => comment.ReviewId == review.Id)
            .OrderBy(comment => comment.CreatedAt).ThenBy(comment => comment.Id)
            .ToDictionaryAsync(comment => comment.Id, act.Cancellation);
        Guid[] unanswered = [.. comments.Values.Where(comment => comment is { InReplyToId: null, Answered: false }).Select(comment => comment.Id)];
        if (unanswered.Length > 0)
        {
            throw new ActRefusedException(UnansweredCommentsError.Of(unanswered));
        }

        var check = new InputCheck();
        for (var i = 0; i < release.Count; i++)
        {
            if (WhyNot(comments, release[i], release) is { } reason)
            {
                check.Add(reason, "release", $"{i}");
            }
        }

        check.ThrowIfAny();
    }

    private static string? WhyNot(Dictionary<Guid, Comment> comments, Guid id, IReadOnlyList<Guid> release)
    {
        if (!comments.TryGetValue(id, out var comment))
        {
            return "There is no such comment in this review.";
        }

        if (comment.Addressee != CommentAddressee.Audience)
        {
            return "This comment was not written for the document's audience: it stays in the room.";
        }

        return comment.InReplyToId is { } parent && !release.Contains(parent)
            ? "This is a reply: release the comment that it replies to as well."
            : null;
    }
}

/// <summary>A review can't close while comments have no answer.</summary>
/// <param name="Message">What to do.</param>
/// <param name="Comments">The comments without an answer, oldest first.</param>
public sealed record UnansweredCommentsError(
    string Message, [property: ID<Comment>] IReadOnlyList<Guid> Comments) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.UnansweredComments;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path => null;

    internal static UnansweredCommentsError Of(IReadOnlyList<Guid> comments) => new(
        comments.Count == 1
            ? "1 comment has no answer yet. Answer it, then close the review."
            : $"{comments.Count} comments have no answer yet. Answer them, then close the review.",
        comments);
}
