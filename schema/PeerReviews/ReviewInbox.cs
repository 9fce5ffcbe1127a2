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

/// <summary>Offers to review on which the viewer's offices have not decided.</summary>
internal sealed class ReviewOffersToDecide() : InboxSource<ReviewOffer>(InboxReason.ReviewOfferToDecide)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from offer in db.Readable<ReviewOffer>()
        where offer.Status == ReviewOfferStatus.Offered && asked.DecidingOffices.Contains(offer.OwnerId)
        join review in db.Visible<PeerReview>() on offer.ReviewId equals review.Id
        select new Waiting
        {
            SubjectId = offer.Id,
            OfficeId = offer.OwnerId,
            DueOn = review.DueOn,
            Since = offer.OfferedAt,
        };
}

/// <summary>Open reviews of the viewer's offices whose reviewers have said how many they are, and that none of them is a woman.</summary>
internal sealed class ReviewPanelsWithoutWomen() : InboxSource<PeerReview>(InboxReason.PanelWithoutWomen)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var panels = db.Readable<Reviewer>().Where(reviewer => reviewer.Status == ReviewerStatus.Accepted && reviewer.People != null);
        return
            from review in db.Visible<PeerReview>()
            where review.Status == ReviewStatus.Open && asked.DecidingOffices.Contains(review.OwnerId)
                && panels.Any(reviewer => reviewer.ReviewId == review.Id)
                && !panels.Any(reviewer => reviewer.ReviewId == review.Id && reviewer.Women > 0)
            select new Waiting
            {
                SubjectId = review.Id,
                OfficeId = review.OwnerId,
                DueOn = review.DueOn,
                Since = review.CreatedAt,
            };
    }
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
