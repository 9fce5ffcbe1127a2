using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Sharing;

/// <summary>Lists of what the viewer may see, page by page.</summary>
public sealed class DocumentLists(ReadSession session)
{
    /// <summary>A page of a kind's documents, newest publication first where the client chose no order.</summary>
    public Task<Connection<T>> PageAsync<T>(
        PagingArguments paging, QueryContext<T> query, ISelection selection, CancellationToken cancellation)
        where T : SharedDocument =>
        session.QueryAsync(
            (db, token) => Page.RunAsync(
                db.Visible<T>(),
                query.DefaultOrder(document => document.PublishedAt, descending: true),
                paging,
                EntityQueryRunner.Instance,
                selection,
                token),
            cancellation);

    /// <summary>A page of rows with readers of their own; <paramref name="source"/> begins with <see cref="DocumentContext.Readable"/>.</summary>
    public Task<Connection<T>> PageRowsAsync<T>(
        Func<DocumentContext, IQueryable<T>> source,
        PagingArguments paging,
        QueryContext<T> query,
        ISelection selection,
        CancellationToken cancellation)
        where T : class, IReadable =>
        session.QueryAsync(
            (db, token) => Page.RunAsync(source(db), query, paging, EntityQueryRunner.Instance, selection, token), cancellation);
}

/// <summary>Runs the engine's queries with EF Core.</summary>
public sealed class EntityQueryRunner : IQueryRunner
{
    public static EntityQueryRunner Instance { get; } = new();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation) =>
        await query.ToListAsync(cancellation);

    /// <inheritdoc/>
    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation) => query.CountAsync(cancellation);
}
