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
    public static Task<IReadOnlyList<ReviewCall?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCall>(ids, selection, cancellation);

    /// <summary>The office that calls.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(ReviewCall.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The review; null for whoever does not take part in it.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [ParentKey(nameof(ReviewCall.ReviewId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>(ids, selection, cancellation);

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
    public static Task<IReadOnlyList<ReviewOffer?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<ReviewOffer>(ids, selection, cancellation);

    /// <summary>The office that offered.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(ReviewOffer.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The call that it answers; null if that is not yours to read any more.</summary>
    public static Task<IReadOnlyList<ReviewCall?>> CallAsync(
        [ParentKey(nameof(ReviewOffer.CallId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCall>(ids, selection, cancellation);

    /// <summary>The review; null for the office that offered, until it is accepted.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [ParentKey(nameof(ReviewOffer.ReviewId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>(ids, selection, cancellation);

    /// <summary>The people who would take part, by number; null if the office does not say.</summary>
    public static Panel? GetPanel([Parent] ReviewOffer offer) => Panel.Of(offer.People, offer.Women);
}

/// <summary>The offer in the answer to an act.</summary>
[ObjectType<ReviewOfferPayload>]
public static class ReviewOfferPayloadFields
{
    /// <summary>The offer as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ReviewOffer?>> OfferAsync(
        [ParentKey(nameof(ReviewOfferPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<ReviewOffer>(ids, selection, cancellation);
}

/// <summary>The call in the answer to an act.</summary>
[ObjectType<ReviewCallPayload>]
public static class ReviewCallPayloadFields
{
    /// <summary>The call as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ReviewCall?>> CallAsync(
        [ParentKey(nameof(ReviewCallPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<ReviewCall>(ids, selection, cancellation);
}
