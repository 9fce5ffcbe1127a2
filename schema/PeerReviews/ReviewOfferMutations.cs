using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.PeerReviews;

/// <summary>Offices offer to review where a review welcomes that, and its owner decides.</summary>
[MutationType]
public static class ReviewOfferMutations
{
    /// <summary>
    /// Offers to take part in a review whose owner calls for reviewers. You read the document only if the owner accepts; nobody but the owner learns that
    /// you offered.
    /// </summary>
    [Authorize]
    public static async Task<ReviewOfferPayload> OfferToReview(OfferToReviewInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            ReviewOffers.Check(input);
            var call = await act.EnterCallAsync(input.CallId);
            var office = act.MustActAs(input.Office, "offer to review", Roles.WhoDecide).OfficeId;
            call.MustBeOpen(act);
            await ReviewOffers.MustBeNewAsync(act, call, office);
            var offer = ReviewOffers.Create(act, call, office, input);
            act.Context.Add(offer);
            act.TellOffer(ChangeType.ReviewOffered, offer);
            return offer.Id;
        }));

    /// <summary>
    /// Takes an offer to review: that office becomes a reviewer with the rights of one that you asked. It reads the version under review, and nothing else,
    /// until the review ends; from now on the panel knows of it.
    /// </summary>
    [Authorize]
    public static async Task<ReviewOfferPayload> AcceptReviewer(AcceptReviewerInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            act.Because(input.Reason);
            var (review, offer) = await act.EnterOfferAsync(input.OfferId);
            (offer.DecidedAt, offer.Reason) = (act.Now, input.Reason);
            await ReviewOffers.AdmitAsync(act, review, offer);
            act.TellReview(ChangeType.ReviewerAccepted, review, changesAccess: true);
            return offer.Id;
        }));

    /// <summary>Declines an offer to review, with a reason that the office which offered reads. It sees nothing of the review.</summary>
    [Authorize]
    public static async Task<ReviewOfferPayload> DeclineReviewer(DeclineReviewerInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Reason, 1_000, "reason");
            check.ThrowIfAny();
            var (_, offer) = await act.EnterOfferAsync(input.OfferId);
            (offer.Status, offer.DecidedAt, offer.Reason) = (ReviewOfferStatus.Declined, act.Now, input.Reason);
            act.TellOffer(ChangeType.ReviewerDeclined, offer);
            return offer.Id;
        }));

    /// <summary>Ends a call for reviewers while its review goes on: no more offers are taken. Those that were made wait for your decision.</summary>
    [Authorize]
    public static async Task<ReviewCallPayload> EndReviewCall(EndReviewCallInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var call = await act.EnterCallAsync(input.CallId);
            act.MustActFor(call.OwnerId, "end this call", Roles.WhoDecide);
            if (call.Version != input.Version)
            {
                throw Refuse.Stale(call.Version);
            }

            call.MustBeOpen(act);
            ReviewCalling.End(act, call);
            return call.Id;
        }));
}

/// <summary>What an act on an offer to review came to.</summary>
public sealed class ReviewOfferPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on a call for reviewers came to.</summary>
public sealed class ReviewCallPayload(ActResult result) : ActPayload(result);
