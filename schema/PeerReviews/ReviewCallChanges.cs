using R2P.Documents;
using R2P.Schema.Changes;

namespace R2P.Schema.PeerReviews;

/// <summary>Calls for reviewers are followed by those who read them: they open, they end, and whoever offered hears what became of it.</summary>
internal sealed class ReviewCallChanges : IChangeSubject
{
    /// <summary>The kind under which the log knows calls.</summary>
    public const string SubjectKind = "REVIEW_CALL";

    /// <inheritdoc/>
    public IQueryable<Guid> VisibleIds(DocumentContext db) =>
        db.Visible<ReviewCall>().Select(call => call.Id).Concat(db.Readable<ReviewOffer>().Select(offer => offer.CallId));
}
