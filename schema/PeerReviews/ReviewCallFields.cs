using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>Calls for reviewers in queries.</summary>
[QueryType]
public static class ReviewCallQueries
{
    /// <summary>The calls for reviewers that you may read, your own office's included; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<ReviewCall>> ReviewCalls(
        PagingArguments paging, QueryContext<ReviewCall> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<ReviewCall>(), paging, query.DefaultOrder(call => call.CreatedAt, descending: true), selection, cancellation);
}

/// <summary>What a call for reviewers leads to.</summary>
[ObjectType<ReviewCall>]
public static class ReviewCallFields
{
    /// <summary>Calls by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ReviewCall?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCall>(ids, cancellation);

    /// <summary>The office that calls.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [Parents] IReadOnlyList<ReviewCall> calls, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(calls.Select(call => (Guid?)call.OwnerId), cancellation);

    /// <summary>The review; null for whoever does not take part in it.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [Parents] IReadOnlyList<ReviewCall> calls, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>([.. calls.Select(call => (Guid?)call.ReviewId)], cancellation);

    /// <summary>The offers: all for the owner, the oldest first; for others their own.</summary>
    public static async Task<ILookup<Guid, ReviewOffer>> OffersAsync(
        [ParentKey(nameof(ReviewCall.Id))] IReadOnlyList<Guid> calls, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<ReviewOffer>()
                .Where(offer => calls.Contains(offer.CallId))
                .OrderBy(offer => offer.OfferedAt).ThenBy(offer => offer.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(offer => offer.CallId);
    }
}

/// <summary>What an offer to review leads to.</summary>
[ObjectType<ReviewOffer>]
public static class ReviewOfferFields
{
    /// <summary>Offers by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ReviewOffer?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<ReviewOffer>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>The office that offered.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [Parents] IReadOnlyList<ReviewOffer> offers, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(offers.Select(offer => (Guid?)offer.OfficeId), cancellation);

    /// <summary>The call that it answers; null if that is not yours to read any more.</summary>
    public static Task<IReadOnlyList<ReviewCall?>> CallAsync(
        [Parents] IReadOnlyList<ReviewOffer> offers, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCall>([.. offers.Select(offer => (Guid?)offer.CallId)], cancellation);

    /// <summary>The review; null for the office that offered, until it is accepted.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [Parents] IReadOnlyList<ReviewOffer> offers, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>([.. offers.Select(offer => (Guid?)offer.ReviewId)], cancellation);

    /// <summary>The people who would take part, by number; null if the office does not say.</summary>
    public static Panel? GetPanel([Parent] ReviewOffer offer) => Panel.Of(offer.People, offer.Women);
}

/// <summary>The offer in the answer to an act.</summary>
[ObjectType<ReviewOfferPayload>]
public static class ReviewOfferPayloadFields
{
    /// <summary>The offer as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ReviewOffer?>> OfferAsync(
        [Parents] IReadOnlyList<ReviewOfferPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<ReviewOffer>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The call in the answer to an act.</summary>
[ObjectType<ReviewCallPayload>]
public static class ReviewCallPayloadFields
{
    /// <summary>The call as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ReviewCall?>> CallAsync(
        [Parents] IReadOnlyList<ReviewCallPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCall>([.. payloads.Select(payload => payload.Id)], cancellation);
}
