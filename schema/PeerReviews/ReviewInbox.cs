using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.PeerReviews;

/// <summary>Reviews to which the viewer's offices were asked, and have not answered.</summary>
internal sealed class ReviewsToAccept() : InboxSource<PeerReview>(InboxReason.ReviewToAccept)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from reviewer in db.Readable<Reviewer>()
        where reviewer.Status == ReviewerStatus.Invited && asked.DecidingOffices.Contains(reviewer.OfficeId)
        join review in db.Visible<PeerReview>() on reviewer.ReviewId equals review.Id
        where review.Status == ReviewStatus.Open
        select new Waiting
        {
            SubjectId = review.Id,
            OfficeId = reviewer.OfficeId,
            DueOn = review.DueOn,
            Since = review.CreatedAt,
        };
}

/// <summary>Comments on documents of the viewer's offices that have no answer.</summary>
internal sealed class CommentsToAnswer() : InboxSource<Comment>(InboxReason.CommentToAnswer)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from comment in db.VisibleComments()
        where comment.InReplyToId == null && !comment.Answered && asked.DecidingOffices.Contains(comment.OwnerId)
        join review in db.Visible<PeerReview>() on comment.ReviewId equals review.Id
        where review.Status == ReviewStatus.Open
        select new Waiting
        {
            SubjectId = comment.Id,
            OfficeId = comment.OwnerId,
            DueOn = review.DueOn,
            Since = comment.CreatedAt,
        };
}
