using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>Requests that name the viewer's office, or a group that it is one of, and that it has not answered.</summary>
public sealed class AssistanceRequestedInbox() : InboxSource<AssistanceRequest>(InboxReason.AssistanceRequested)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var offices = asked.DecidingOffices;
        var speaker = offices.FirstOrDefault();
        var isAsked = offices.Length > 0;
        var answers = db.Visible<AssistanceOffer>();
        return db.Visible<AssistanceRequest>()
            .Where(request => isAsked && request.IsRestricted && request.Status == DocumentStatus.Open && !offices.Contains(request.OwnerId)
                && !answers.Any(offer => offer.RequestId == request.Id && offices.Contains(offer.OwnerId)))
            .Select(request => new Waiting
            {
                SubjectId = request.Id,
                OfficeId = speaker,
                DueOn = request.NeededBy,
                Since = request.PublishedAt ?? request.CreatedAt,
            });
    }
}

/// <summary>Offers that the viewer's office has asked for and not answered, and scopes to which it has not agreed.</summary>
public sealed class OfferToAnswerInbox() : InboxSource<AssistanceOffer>(InboxReason.OfferToAnswer)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var offices = asked.DecidingOffices;
        return db.Visible<AssistanceOffer>()
            .Where(offer => offer.RequesterId != null
                && ((offer.Status == DocumentStatus.Open && offices.Contains(offer.RequesterId.Value))
                    || (offer.Status == DocumentStatus.Matched && offer.ScopeProposedBy != null
                        && offices.Contains(offer.ScopeProposedBy == offer.OwnerId ? offer.RequesterId.Value : offer.OwnerId))))
            .Select(offer => new Waiting
            {
                SubjectId = offer.Id,
                OfficeId = offices.Contains(offer.RequesterId!.Value) ? offer.RequesterId.Value : offer.OwnerId,
                DueOn = null,
                Since = offer.UpdatedAt,
            });
    }
}

/// <summary>Agreed help whose review point has come, for both sides.</summary>
public sealed class ReviewPointDueInbox() : InboxSource<AssistanceOffer>(InboxReason.ReviewPointDue)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var (offices, today) = (asked.DecidingOffices, asked.Today);
        return db.Visible<AssistanceOffer>()
            .Where(offer => offer.Status == DocumentStatus.Agreed && offer.NextReviewOn <= today && offer.RequesterId != null
                && (offices.Contains(offer.OwnerId) || offices.Contains(offer.RequesterId.Value)))
            .Select(offer => new Waiting
            {
                SubjectId = offer.Id,
                OfficeId = offices.Contains(offer.OwnerId) ? offer.OwnerId : offer.RequesterId!.Value,
                DueOn = offer.NextReviewOn,
                Since = offer.UpdatedAt,
            });
    }
}
