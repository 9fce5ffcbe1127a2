using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;

namespace R2P.Schema.Sharing;

/// <summary>
/// Reads by id for batch resolvers: one statement, one result for each id, in their order; null for what the viewer may not see. Of each row those
/// columns are read that what was selected of it is made of; all, where no selection is given.
/// </summary>
public static class AlignedReads
{
    /// <summary>Documents.</summary>
    public static Task<IReadOnlyList<T?>> FindAlignedAsync<T>(
        this ReadSession session, IReadOnlyList<Guid> ids, ISelection? selection, CancellationToken cancellation)
        where T : DocumentEnvelope =>
        session.FindAsync(
            ids, static row => row.Id, (db, distinct, token) => db.ReadVisibleByIdAsync<T>(distinct, selection.ColumnsOf<T>(), token), cancellation);

    /// <summary>Rows with readers of their own.</summary>
    public static Task<IReadOnlyList<T?>> FindRowsAsync<T>(
        this ReadSession session, IReadOnlyList<Guid> ids, ISelection? selection, CancellationToken cancellation)
        where T : class, IReadable, IHasId =>
        session.FindAsync(
            ids, static row => row.Id, (db, distinct, token) => db.ReadReadableByIdAsync<T>(distinct, selection.ColumnsOf<T>(), token), cancellation);

    /// <summary>The same, where some of the ids are missing: nothing stands in their place.</summary>
    public static async Task<IReadOnlyList<T?>> FindRowsAsync<T>(
        this ReadSession session, IReadOnlyList<Guid?> ids, ISelection? selection, CancellationToken cancellation)
        where T : class, IReadable, IHasId
    {
        Guid[] given = [.. ids.OfType<Guid>().Distinct()];
        var found = await session.FindRowsAsync<T>(given, selection, cancellation);
        return [.. ids.Select(id => id is { } known ? found[Array.IndexOf(given, known)] : null)];
    }

    /// <summary>Rows of which a query says itself which the viewer may see.</summary>
    public static Task<IReadOnlyList<T?>> FindAsync<T>(
        this ReadSession session,
        IReadOnlyList<Guid> ids,
        Func<DocumentContext, IQueryable<T>> visible,
        ISelection? selection,
        CancellationToken cancellation)
        where T : class, IHasId =>
        session.FindAsync(
            ids, static row => row.Id, (db, distinct, token) => db.ReadByIdAsync(visible(db), distinct, selection.ColumnsOf<T>(), token), cancellation);

    /// <summary>What to read of each row.</summary>
    internal static RowColumns ColumnsOf<T>(this ISelection? selection) => EntityQueryRunner.ColumnsOf(selection?.PropertiesOf(typeof(T)));

    private static async Task<IReadOnlyList<T?>> FindAsync<T>(
        this ReadSession session,
        IReadOnlyList<Guid> ids,
        Func<T, Guid> idOf,
        Func<DocumentContext, Guid[], CancellationToken, Task<List<T>>> read,
        CancellationToken cancellation)
        where T : class
    {
        if (ids.Count == 0)
        {
            return [];
        }

        Guid[] distinct = [.. ids.Distinct()];
        var rows = await session.QueryAsync((db, token) => read(db, distinct, token), cancellation);
        var found = rows.ToDictionary(idOf);
        return [.. ids.Select(id => found.GetValueOrDefault(id))];
    }
}
