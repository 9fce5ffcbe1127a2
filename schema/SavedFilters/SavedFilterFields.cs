using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Changes;
using R2P.Schema.Members;

namespace R2P.Schema.SavedFilters;

/// <summary>Saved filters in queries.</summary>
[QueryType]
public static class SavedFilterQueries
{
    /// <summary>The filters that you have saved, by name; none without an appointment.</summary>
    [ListSize(AssumedSize = SavedFilterMutations.MaxFilters)]
    public static Task<List<SavedFilter>> SavedFiltersAsync(ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        (db, token) => db.Readable<SavedFilter>().OrderBy(filter => filter.Name).ThenBy(filter => filter.Id).ToListAsync(token), cancellation);
}

/// <summary>What a saved filter finds.</summary>
[ObjectType<SavedFilter>]
public static class SavedFilterFields
{
    /// <summary>Saved filters by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<SavedFilter?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<SavedFilter>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>How many changes it finds that you have not seen.</summary>
    public static Task<int> UnseenAsync([Parent] SavedFilter filter, ChangeLog log, ReadSession session, CancellationToken cancellation) =>
        session.QueryAsync((db, token) => Unseen(db, log, filter).CountAsync(token), cancellation);

    /// <summary>The changes that it finds and that you have not seen, newest first.</summary>
    /// <param name="first">How many at most, from 1 to 100.</param>
    [ListSize(SlicingArguments = ["first"])]
    public static async Task<IReadOnlyList<Change>> UnseenChangesAsync(
        [Parent] SavedFilter filter, ChangeLog log, ReadSession session, CancellationToken cancellation, int first = 20)
    {
        var size = new PagingArguments(first).Within(20, 100).Size;
        return await session.QueryAsync(
            (db, token) => Unseen(db, log, filter).OrderByDescending(change => change.Position).Take(size).ToListAsync(token), cancellation);
    }

    private static IQueryable<Change> Unseen(DocumentContext db, ChangeLog log, SavedFilter filter)
    {
        var seen = filter.SeenAt;
        return log.Visible(db, filter.ToChangeFilter()).Where(change => change.At > seen);
    }
}

/// <summary>Saved filters live.</summary>
[SubscriptionType]
public static class SavedFilterSubscriptions
{
    /// <summary>What one of your saved filters finds from now on, as the filter stands when you subscribe.</summary>
    /// <param name="id">The filter's global id.</param>
    /// <param name="after">Begins behind the change with this cursor instead of now.</param>
    [Authorize]
    public static async Task<IAsyncEnumerable<SourceEvent<Change>>> SavedFilterMatchedAsync(
        NodeId id,
        Cursor? after,
        ChangeFeed feed,
        DocumentStore store,
        ViewerDirectory viewers,
        OperationKey operation,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var viewer = await viewers.FindAsync(user, cancellation);
        await using var session = store.OpenRead(viewer.Access);
        var filter = id.TypeName != nameof(SavedFilter) ? null : await session.QueryAsync(
            (db, token) => db.Readable<SavedFilter>().SingleOrDefaultAsync(saved => saved.Id == id.Id, token), cancellation);
        return filter is null
            ? throw new GraphQLException("Argument \"id\" is not the id of a filter that you have saved.", ErrorCodes.BadUserInput)
            : await feed.OpenAsync(after, filter.ToChangeFilter(), operation, user, cancellation);
    }
}
