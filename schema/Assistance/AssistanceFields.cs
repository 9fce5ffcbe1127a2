using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>Requests and offers in queries.</summary>
[QueryType]
public static class AssistanceQueries
{
    /// <summary>The requests for help that you may see, the latest shared first; those that your office has not shared come before them.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<AssistanceRequest>> AssistanceRequests(
        PagingArguments paging,
        QueryContext<AssistanceRequest> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>The offers of help that you may see, the latest shared first; those that your office has not shared come before them.</summary>
    /// <param name="standing">Only standing offers, or only answers to requests.</param>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<AssistanceOffer>> AssistanceOffers(
        PagingArguments paging,
        QueryContext<AssistanceOffer> query,
        ISelection selection,
        bool? standing,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(
            (_, offers) => standing switch
            {
                true => offers.Where(offer => offer.RequestId == null),
                false => offers.Where(offer => offer.RequestId != null),
                null => offers,
            },
            paging,
            query,
            selection,
            asOf,
            cancellation);

    /// <summary>
    /// The standing offers that you may see and that fit a request, each with what fits. In the order in which they were shared: none is better.
    /// </summary>
    /// <param name="request">The request; nothing fits one that you may not see.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<AssistanceMatch>> AssistanceMatchesAsync(
        [ID<AssistanceRequest>] Guid request, ReadSession session, CancellationToken cancellation) =>
        (await session.FindAlignedAsync<AssistanceRequest>([request], null, cancellation))[0] is { } asked
            ? await AssistanceMatching.FindAsync(session, asked, cancellation)
            : [];
}

/// <summary>Help for what an assessment found wanting.</summary>
[ObjectType<Assessment>]
public static class AssessmentHelpFields
{
    /// <summary>
    /// The standing offers that fit what the assessment of the inhibitors says is needed, in the order in which they were shared; told to the office
    /// whose assessment it is, and empty for everybody else.
    /// </summary>
    public static Task<IReadOnlyList<IReadOnlyList<AssistanceMatch>>> AssistanceMatchesAsync(
        [Parents] IReadOnlyList<Assessment> assessments, Viewer viewer, ReadSession session, CancellationToken cancellation) =>
        AssistanceMatching.FindAsync(session, viewer, assessments, cancellation);
}

/// <summary>The fields of a request that read beyond its own row.</summary>
[ObjectType<AssistanceRequest>]
public static class AssistanceRequestFields
{
    private static readonly ChildRows<AssistanceOffer> Offers = new(
        db => db.Visible<AssistanceOffer>(), offer => offer.RequestId!.Value, SortKey.By((AssistanceOffer offer) => offer.PublishedAt, descending: true));

    /// <summary>Requests by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<AssistanceRequest?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<AssistanceRequest>(session, ids, selection, cancellation);

    /// <summary>Who was consulted about what is needed, by body; null for everybody but the office that asks.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Consulted>?>> ConsultedInConfidenceAsync(
        [ParentKey(nameof(AssistanceRequest.Id))] IReadOnlyList<Guid> requests, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<AssistanceConsultation>().Where(row => requests.Contains(row.RequestId)).ToListAsync(token), cancellation);
        return rows.ToDictionary(row => row.RequestId, row => (IReadOnlyList<Consulted>?)row.Consulted);
    }

    /// <summary>The answers to the request that you may see, the latest first.</summary>
    [UsePaging]
    public static Task<IReadOnlyDictionary<Guid, Connection<AssistanceOffer>>> OffersAsync(
        [ParentKey(nameof(AssistanceRequest.Id))] IReadOnlyList<Guid> requests,
        PagingArguments paging,
        QueryContext<AssistanceOffer> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Offers.PageAsync(session, requests, paging, query, selection, cancellation);

    /// <summary>What is still missing: each counted need, less what was pledged by the answers that you may see.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<NeedGap>>> GapsAsync(
        [Parents] IReadOnlyList<AssistanceRequest> requests, ReadSession session, CancellationToken cancellation)
    {
        Guid[] ids = [.. requests.Select(request => request.Id).Distinct()];
        // Nothing of an offer is shown by a sum: it does not count as read.
        var offers = (await session.QueryAsync(
            (db, token) => db.ReadAheadAsync(
                db.Visible<AssistanceOffer>().Where(offer => ids.Contains(offer.RequestId!.Value)), RowColumns.All, byKey: true, token),
            cancellation))
            .ToLookup(offer => offer.RequestId!.Value);
        return [.. requests.Select(request => NeedGap.Of(request, [.. offers[request.Id]]))];
    }
}

/// <summary>The fields of an offer that read beyond its own row.</summary>
[ObjectType<AssistanceOffer>]
public static class AssistanceOfferFields
{
    /// <summary>Offers by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<AssistanceOffer?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<AssistanceOffer>(session, ids, selection, cancellation);

    /// <summary>The request that it answers; null for a standing offer, or if you may not see it.</summary>
    public static Task<IReadOnlyList<AssistanceRequest?>> RequestAsync(
        [ParentKey(nameof(AssistanceOffer.RequestId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<AssistanceRequest>(ids, selection, cancellation);

    /// <summary>The office that asked; null for a standing offer.</summary>
    public static Task<IReadOnlyList<Office?>> RequesterAsync(
        [ParentKey(nameof(AssistanceOffer.RequesterId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>Who proposed it.</summary>
[ObjectType<AssistanceScope>]
public static class AssistanceScopeFields
{
    /// <summary>The office that proposed it.</summary>
    public static Task<IReadOnlyList<Office?>> ProposedByAsync(
        [ParentKey(nameof(AssistanceScope.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>Who reported.</summary>
[ObjectType<AssistanceReport>]
public static class AssistanceReportFields
{
    /// <summary>The office that reported.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AssistanceReport.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<AssistanceRequestPayload>]
public static class AssistanceRequestPayloadFields
{
    /// <summary>The request as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<AssistanceRequest?>> RequestAsync(
        [ParentKey(nameof(AssistanceRequestPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<AssistanceRequest>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<AssistanceOfferPayload>]
public static class AssistanceOfferPayloadFields
{
    /// <summary>The offer as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<AssistanceOffer?>> OfferAsync(
        [ParentKey(nameof(AssistanceOfferPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<AssistanceOffer>(ids, selection, cancellation);
}
