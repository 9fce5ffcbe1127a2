using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>Changes for clients that ask instead of listening.</summary>
[QueryType]
public static class ChangeQueries
{
    private const int DefaultPageSize = 20;
    private const int MaxPageSize = 100;

    /// <summary>
    /// Where to begin to follow what happens after this answer: give it to the subscription <c>changes</c>, or to the query of that name, as
    /// <c>after</c>. What the same answer shows is exactly what happened before.
    /// </summary>
    public static async Task<Cursor> ChangeCursorAsync(ReadSession session, EventCursor cursors, CancellationToken cancellation) =>
        new(cursors.Protect(await EventLog.HeadOfAsync(session, cancellation)));

    /// <summary>What happened after a cursor, oldest first, for clients that can't hold a connection open.</summary>
    /// <param name="after">The cursor of the last change that you had, or <c>changeCursor</c>.</param>
    /// <param name="first">How many changes: 20 if not given, 100 at most.</param>
    /// <param name="kinds">Only documents of these kinds.</param>
    [UseFiltering, ListSize(SlicingArguments = ["first"], AssumedSize = DefaultPageSize, MaxSize = MaxPageSize, SizedFields = ["edges", "nodes"])]
    public static async Task<Connection<Change>> ChangesAsync(
        Cursor after,
        int? first,
        IReadOnlyList<DocumentKind>? kinds,
        QueryContext<IDocumentColumns> query,
        ChangeLog log,
        EventCursor cursors,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var size = new PagingArguments(first).Within(DefaultPageSize, MaxPageSize).Size;
        var position = cursors.PositionAfter(after);
        var filter = ChangeFilter.Of(kinds, query.Where);
        return await session.QueryAsync(
            async (db, token) =>
            {
                var changes = log.Visible(db, filter).Where(change => change.Position > position);
                var rows = await changes.OrderBy(change => change.Position).Take(size + 1).ToListAsync(token);
                int? total = selection.Selects("totalCount") ? await changes.CountAsync(token) : null;
                return ToConnection([.. rows.Take(size)], rows.Count > size, total, cursors);
            },
            cancellation);
    }

    private static Connection<Change> ToConnection(Change[] changes, bool hasMore, int? total, EventCursor cursors)
    {
        Cursor CursorOf(Change change) => new(cursors.Protect(change.Position));
        var info = new PageInfo(
            hasNextPage: hasMore,
            hasPreviousPage: false,
            startCursor: () => changes.Length > 0 ? CursorOf(changes[0]) : null,
            endCursor: () => changes.Length > 0 ? CursorOf(changes[^1]) : null);
        return new Connection<Change>(changes, info, CursorOf, total);
    }
}
