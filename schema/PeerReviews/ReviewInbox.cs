using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.PeerReviews;

/// <summary>Reviews to which the viewer's offices were asked, and have not answered.</summary>
internal sealed class ReviewsToAccept : IInboxSource
{
    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked) =>
        from reviewer in db.Readable<Reviewer>()
        where reviewer.Status == ReviewerStatus.Invited && asked.DecidingOffices.Contains(reviewer.OfficeId)
        join review in db.Visible<PeerReview>() on reviewer.ReviewId equals review.Id
        where review.Status == ReviewStatus.Open
        select new InboxEntry
        {
            Reason = "REVIEW_TO_ACCEPT",
            TypeName = "PeerReview",
            SubjectId = review.Id,
            OfficeId = reviewer.OfficeId,
            DueOn = review.DueOn,
            Since = review.CreatedAt,
        };
}

/// <summary>Comments on documents of the viewer's offices that have no answer.</summary>
internal sealed class CommentsToAnswer : IInboxSource
{
    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked) =>
        from comment in db.VisibleComments()
        where comment.InReplyToId == null && !comment.Answered && asked.DecidingOffices.Contains(comment.OwnerId)
        join review in db.Visible<PeerReview>() on comment.ReviewId equals review.Id
        where review.Status == ReviewStatus.Open
        select new InboxEntry
        {
            Reason = "COMMENT_TO_ANSWER",
            TypeName = "Comment",
            SubjectId = comment.Id,
            OfficeId = comment.OwnerId,
            DueOn = review.DueOn,
            Since = comment.CreatedAt,
        };
}
