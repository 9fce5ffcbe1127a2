using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Recommendations;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>Strategies in queries.</summary>
[QueryType]
public static class StrategyQueries
{
    /// <summary>The strategies that you may see, those adopted last first; your office's drafts come before them.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Strategy>> Strategies(
        PagingArguments paging,
        QueryContext<Strategy> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>What is told of strategies, newest first: also of those that you may not see themselves.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<StrategySummary>> StrategySummaries(
        PagingArguments paging,
        QueryContext<StrategySummary> query,
        ISelection selection,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<StrategySummary>(), paging, query.DefaultOrder(summary => summary.PublishedAt, descending: true), selection, cancellation);
}

/// <summary>The fields of a strategy that read beyond its own row.</summary>
[ObjectType<Strategy>]
public static class StrategyFields
{
    /// <summary>Strategies by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Strategy?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Strategy>(session, ids, selection, cancellation);

    /// <summary>What is told of it beyond its readers; null if there is no summary that you may see.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StrategySummary?>> PublicSummaryAsync(
        [ParentKey(nameof(Strategy.Id))] IReadOnlyList<Guid> strategies, ReadSession session, CancellationToken cancellation) =>
        await session.QueryAsync(
            (db, token) => db.Visible<StrategySummary>()
                .Where(summary => strategies.Contains(summary.StrategyId))
                .ToDictionaryAsync(summary => summary.StrategyId, StrategySummary? (summary) => summary, token),
            cancellation);

    /// <summary>What others mean as help for it, as far as you may see it, oldest link first: offers of assistance, guidance, practices.</summary>
    /// <param name="strategies">For which strategies.</param>
    /// <param name="documents">Finds documents of any kind.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="first">How many at most, from 1 to 200.</param>
    [ListSize(SlicingArguments = ["first"], MaxSize = ListBounds.Most)]
    public static Task<ILookup<Guid, ISharedDocument>> HelpAsync(
        [ParentKey(nameof(Strategy.Id))] IReadOnlyList<Guid> strategies,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation,
        int first = 20) =>
        session.FindHelpAsync(documents, strategies, first, selection, cancellation);
}

/// <summary>What an action leads to.</summary>
[ObjectType<StrategyAction>]
public static class StrategyActionFields
{
    /// <summary>The office that sees to it; null until one is named.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(StrategyAction.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The recommendations that it carries out, as far as you may see them.</summary>
    [ListSize(AssumedSize = 5)]
    public static async Task<IReadOnlyList<IReadOnlyList<Recommendation>>> RecommendationsAsync(
        [Parents] IReadOnlyList<StrategyAction> actions, ReadSession session, ISelection selection, CancellationToken cancellation)
    {
        Guid[] ids = [.. actions.SelectMany(action => action.RecommendationIds).Distinct()];
        var rows = await session.FindAlignedAsync<Recommendation>(ids, selection, cancellation);
        var found = rows.OfType<Recommendation>().ToDictionary(row => row.Id);
        return [.. actions.Select(action => action.RecommendationIds.Select(found.GetValueOrDefault).OfType<Recommendation>().ToArray())];
    }
}

/// <summary>The fields of a summary that read beyond its own row.</summary>
[ObjectType<StrategySummary>]
public static class StrategySummaryFields
{
    /// <summary>Summaries by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<StrategySummary?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<StrategySummary>(ids, selection, cancellation);

    /// <summary>The office that published it.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(StrategySummary.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The strategy that it tells of; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Strategy?>> StrategyAsync(
        [ParentKey(nameof(StrategySummary.StrategyId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Strategy>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<StrategyPayload>]
public static class StrategyPayloadFields
{
    /// <summary>The strategy as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Strategy?>> StrategyAsync(
        [ParentKey(nameof(StrategyPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Strategy>(ids, selection, cancellation);
}

/// <summary>The summary in the answer to an act.</summary>
[ObjectType<StrategySummaryPayload>]
public static class StrategySummaryPayloadFields
{
    /// <summary>The summary as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<StrategySummary?>> SummaryAsync(
        [ParentKey(nameof(StrategySummaryPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<StrategySummary>(ids, selection, cancellation);
}
