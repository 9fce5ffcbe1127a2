using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.PeerReviews;

/// <summary>The steps of offering to review, and of deciding on it.</summary>
internal static class ReviewOffers
{
    public static void Check(OfferToReviewInput input)
    {
        var check = new InputCheck();
        check.Text(input.ConflictOfInterest, 2_000, "conflictOfInterest");
        check.Text(input.Brings, 4_000, "brings");
        input.Panel?.Check(check);
        check.ThrowIfAny();
    }

    /// <summary>A call, once no other act in its review is under way.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND, also for whom it does not welcome.</exception>
    public static async Task<ReviewCall> EnterCallAsync(this Act act, Guid id)
    {
        var review = await act.Context.Visible<ReviewCall>().Where(call => call.Id == id).Select(call => (Guid?)call.ReviewId)
            .SingleOrDefaultAsync(act.Cancellation) ?? throw Refuse.NotFound("call for reviewers", "input", "callId");
        await act.LockReviewAsync(review);
        return await act.Context.Visible<ReviewCall>().SingleOrDefaultAsync(call => call.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("call for reviewers", "input", "callId");
    }

    /// <summary>An office offers once, and only if it does not take part already.</summary>
    public static async Task MustBeNewAsync(Act act, ReviewCall call, Guid office)
    {
        if (office == call.OwnerId)
        {
            throw Refuse.Invalid("An office does not review its own document.", "input", "callId");
        }

        if (await act.Context.Readable<Reviewer>().AnyAsync(row => row.ReviewId == call.ReviewId && row.OfficeId == office, act.Cancellation))
        {
            throw Refuse.Invalid("Your office is among those who were asked to review already: answer that.", "input", "callId");
        }

        if (await act.Context.Readable<ReviewOffer>().AnyAsync(row => row.CallId == call.Id && row.OfficeId == office, act.Cancellation))
        {
            throw Refuse.Invalid("Your office has offered already.", "input", "callId");
        }
    }

    public static ReviewOffer Create(Act act, ReviewCall call, Guid office, OfferToReviewInput input) => new()
    {
        Id = act.NewId(),
        CallId = call.Id,
        ReviewId = call.ReviewId,
        OwnerId = call.OwnerId,
        OfficeId = office,
        Status = ReviewOfferStatus.Offered,
        ConflictOfInterest = input.ConflictOfInterest,
        Brings = input.Brings,
        People = input.Panel?.People,
        Women = input.Panel?.Women,
        OfferedAt = act.Now,
        Readers = ReaderRules.OfTwoOffices(call.OwnerId, office),
    };

    /// <summary>An offer on which the owner of the review decides now, with that review.</summary>
    public static async Task<(PeerReview Review, ReviewOffer Offer)> EnterOfferAsync(this Act act, Guid id)
    {
        var asked = await act.Context.Readable<ReviewOffer>().AsNoTracking().SingleOrDefaultAsync(offer => offer.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("offer", "input", "offerId");
        act.MustActFor(asked.OwnerId, "decide on this offer", Roles.WhoDecide);
        var review = await act.EnterReviewAsync(asked.ReviewId);
        var offer = await act.Context.Readable<ReviewOffer>().SingleAsync(row => row.Id == id, act.Cancellation);
        return offer.Status == ReviewOfferStatus.Offered
            ? (review, offer)
            : throw Refuse.Transition(act.Name, offer.Status, ReviewOfferStatus.Offered);
    }

    /// <summary>The office reads the review from now on, and is one of its reviewers.</summary>
    /// <exception cref="ActRefusedException">INVALID_INPUT: the panel is full.</exception>
    public static async Task AdmitAsync(Act act, PeerReview review, ReviewOffer offer)
    {
        if (await act.Context.Readable<Reviewer>().CountAsync(row => row.ReviewId == review.Id, act.Cancellation) >= ReviewOpening.MaxReviewers)
        {
            throw Refuse.Invalid($"The panel is full: it has {ReviewOpening.MaxReviewers} offices.", "input", "offerId");
        }

        offer.Status = ReviewOfferStatus.Accepted;
        review.Readers = [.. review.Readers, ReaderToken.Office(offer.OfficeId)];
        await act.Context.SaveChangesAsync(act.Cancellation);
        if (!await act.Context.Database.SqlQuery<bool>($"select r2p.admit_reviewer({offer.Id}) as \"Value\"").SingleAsync(act.Cancellation))
        {
            throw Refuse.Concurrent();
        }
    }

    /// <summary>Tells the office that offered and the owner, as something that happened to the call: the review is not told to whoever is not in it.</summary>
    public static void TellOffer(this Act act, ChangeType type, ReviewOffer offer) =>
        act.Session.Append(type.ToldTo(offer.Readers) with { DocumentId = offer.CallId, DocumentKind = ReviewCallChanges.SubjectKind });
}
