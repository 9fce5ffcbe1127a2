using System.Linq.Expressions;
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

    /// <summary>The same page of many parents' lists, in one statement.</summary>
    /// <param name="parents">The parents' ids.</param>
    /// <param name="source">The rows that the viewer may see.</param>
    /// <param name="key">Reads the parent's id from a row.</param>
    /// <param name="paging">Which page.</param>
    /// <param name="query">Which rows, in what order.</param>
    /// <param name="selection">What was selected of the connections.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyDictionary<Guid, Connection<T>>> PagePerParentAsync<T>(
        IReadOnlyList<Guid> parents,
        Func<DocumentContext, IQueryable<T>> source,
        Expression<Func<T, Guid>> key,
        PagingArguments paging,
        QueryContext<T> query,
        ISelection selection,
        CancellationToken cancellation)
        where T : class =>
        session.QueryAsync(
            (db, token) => Page.RunPerParentAsync(
                parents, source(db), key, query, paging, EntityQueryRunner.Instance, selection, token),
            cancellation);

    /// <summary>A page of rows with readers of their own.</summary>
    public Task<Connection<T>> PageRowsAsync<T>(
        Func<IQueryable<T>, IQueryable<T>> source,
        PagingArguments paging,
        QueryContext<T> query,
        ISelection selection,
        CancellationToken cancellation)
        where T : class, IReadable =>
        session.QueryAsync(
            (db, token) => Page.RunAsync(source(db.Readable<T>()), query, paging, EntityQueryRunner.Instance, selection, token), cancellation);
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
