using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>Treaty actions in queries.</summary>
[QueryType]
public static class TreatyActionQueries
{
    /// <summary>What States did about the law, as far as you may see it, newest publication first.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<TreatyAction>> TreatyActions(
        PagingArguments paging,
        QueryContext<TreatyAction> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);
}

/// <summary>The fields of a treaty action that read beyond its own row.</summary>
[ObjectType<TreatyAction>]
public static class TreatyActionFields
{
    /// <summary>Treaty actions by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<TreatyAction?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<TreatyAction>(session, ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<TreatyActionPayload>]
public static class TreatyActionPayloadFields
{
    /// <summary>The treaty action as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<TreatyAction?>> TreatyActionAsync(
        [ParentKey(nameof(TreatyActionPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<TreatyAction>(ids, selection, cancellation);
}
