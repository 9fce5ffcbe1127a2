using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>How a review comes to call for reviewers, and how such a call ends.</summary>
internal static class ReviewCalling
{
    /// <summary>Whether the owner of a new review welcomes offers, and says to whom and in which words.</summary>
    public static void Check(InputCheck check, OpenReviewInput input)
    {
        if (input.OffersFrom is null)
        {
            if (input.Call is not null)
            {
                check.Add("Goes with offersFrom only: say who may offer.", "call");
            }

            return;
        }

        check.Text(input.Call, 4_000, "call");
        if (input.OffersFrom.Kind == AudienceKind.Office)
        {
            check.Add("Your own office does not review its own document: name others, or leave it out.", "offersFrom");
        }
    }

    public static async Task OpenAsync(Act act, PeerReview review, OpenReviewInput input, Publication publication)
    {
        if (input is not { OffersFrom: { } audience, Call: { } text })
        {
            return;
        }

        var call = new ReviewCall
        {
            Id = act.NewId(),
            OwnerId = review.OwnerId,
            Audience = Audience.OwnOffice(),
            Language = review.Language,
            PublishedAt = act.Now,
            ReviewId = review.Id,
            DocumentKind = review.DocumentKind,
            Status = ReviewCallStatus.Open,
            Text = text,
            OpensOn = review.OpensOn,
            DueOn = review.DueOn,
        };
        await publication.OpenAsync(act, call, audience, expiresAt: null, "offersFrom");
        act.Context.Add(call);
        act.TellRow(ChangeType.ReviewCallOpened, call);
    }

    /// <summary>With its review a call ends, and so do the offers on which nobody has decided: each office that made one hears so.</summary>
    public static async Task EndWithReviewAsync(Act act, PeerReview review)
    {
        if (await act.Context.Visible<ReviewCall>().SingleOrDefaultAsync(row => row.ReviewId == review.Id, act.Cancellation) is not { } call)
        {
            return;
        }

        if (call.Status == ReviewCallStatus.Open)
        {
            End(act, call);
        }

        var waiting = await act.Context.Readable<ReviewOffer>()
            .Where(offer => offer.CallId == call.Id && offer.Status == ReviewOfferStatus.Offered)
            .ToListAsync(act.Cancellation);
        foreach (var offer in waiting)
        {
            (offer.Status, offer.DecidedAt) = (ReviewOfferStatus.Lapsed, act.Now);
            act.TellOffer(ChangeType.ReviewOfferLapsed, offer);
        }
    }

    public static void End(Act act, ReviewCall call)
    {
        call.Status = ReviewCallStatus.Ended;
        act.TellRow(ChangeType.ReviewCallEnded, call);
    }

    public static void MustBeOpen(this ReviewCall call, Act act)
    {
        if (call.Status != ReviewCallStatus.Open)
        {
            throw Refuse.Transition(act.Name, call.Status, ReviewCallStatus.Open);
        }
    }
}
