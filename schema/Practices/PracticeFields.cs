using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>Practices in queries.</summary>
[QueryType]
public static class PracticeQueries
{
    /// <summary>The practices that you may see, newest publication first; your office's proposals come before them.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Practice>> Practices(
        PagingArguments paging,
        QueryContext<Practice> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);
}

/// <summary>The fields of a practice that read beyond its own row.</summary>
[ObjectType<Practice>]
public static class PracticeFields
{
    private static readonly ChildRows<Practice> Adaptations = new(
        db => db.Visible<Practice>(),
        adaptation => adaptation.AdaptedFromId!.Value,
        SortKey.By((Practice adaptation) => adaptation.PublishedAt, descending: true));

    /// <summary>Practices by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Practice?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Practice>(session, ids, selection, cancellation);

    /// <summary>The practice that this one adapts; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Practice?>> AdaptedFromAsync(
        [ParentKey(nameof(Practice.AdaptedFromId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Practice>(ids, selection, cancellation);

    /// <summary>The practices that adapt this one, as far as you may see them, newest publication first.</summary>
    [UsePaging]
    public static Task<IReadOnlyDictionary<Guid, Connection<Practice>>> AdaptationsAsync(
        [ParentKey(nameof(Practice.Id))] IReadOnlyList<Guid> practices,
        PagingArguments paging,
        QueryContext<Practice> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Adaptations.PageAsync(session, practices, paging, query, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<PracticePayload>]
public static class PracticePayloadFields
{
    /// <summary>The practice as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Practice?>> PracticeAsync(
        [ParentKey(nameof(PracticePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Practice>(ids, selection, cancellation);
}
