using System.Linq.Expressions;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Data;

/// <summary>Turns a source of rows into connections: one statement for the page, and one for the total if it was selected.</summary>
public static class Page
{
    /// <summary>The page's query.</summary>
    /// <exception cref="Errors.GraphQLException">A cursor is not one of this order.</exception>
    public static PageQuery<T> Compose<T>(IQueryable<T> source, QueryContext<T> query, PagingArguments paging)
        where T : class =>
        new(() => source, query, paging);

    /// <summary>The query of the same page of many parents' lists.</summary>
    /// <param name="source">All rows, whosever they are; not asked for before the query is put together.</param>
    /// <param name="key">Reads the parent's key from a row; keys must have an order.</param>
    /// <exception cref="Errors.GraphQLException">A cursor is not one of this order.</exception>
    public static PerParentQuery<TKey, T> ComposePerParent<TKey, T>(
        IReadOnlyList<TKey> keys,
        Func<IQueryable<T>> source,
        Expression<Func<T, TKey>> key,
        QueryContext<T> query,
        PagingArguments paging,
        IPerParentRunner runner)
        where TKey : notnull
        where T : class
    {
        var distinct = keys.Distinct().ToArray();
        return new PerParentQuery<TKey, T>(distinct, () => runner.TableOf(distinct), new PageQuery<T>(source, query, paging), key);
    }

    /// <summary>Reads a page.</summary>
    /// <param name="selection">What was selected of the connection.</param>
    /// <param name="rows">Reads the page's rows, where the source knows a quicker way than the page's own query.</param>
    public static async Task<Connection<T>> RunAsync<T>(
        IQueryable<T> source,
        QueryContext<T> query,
        PagingArguments paging,
        IQueryRunner runner,
        ISelection selection,
        CancellationToken cancellation,
        Func<PageQuery<T>, Task<IReadOnlyList<T>>>? rows = null)
        where T : class
    {
        var page = Compose(source, query, paging);
        IReadOnlyList<T> found = !SelectsRows(selection) ? []
            : await (rows is null ? runner.ReadRowsAsync(page.Rows, page.Properties, cancellation) : rows(page));
        int? total = SelectsTotal(selection) ? await runner.CountAsync(page.Filtered, cancellation) : null;
        return Shown(runner, page.ToConnection(found, total));
    }

    /// <summary>Reads the same page of many parents' lists; each key has its connection.</summary>
    /// <param name="source">All rows, whosever they are; not asked for before the query is put together.</param>
    /// <param name="key">Reads the parent's key from a row; keys must have an order.</param>
    /// <param name="selection">What was selected of the connections.</param>
    public static async Task<IReadOnlyDictionary<TKey, Connection<T>>> RunPerParentAsync<TKey, T>(
        IReadOnlyList<TKey> keys,
        Func<IQueryable<T>> source,
        Expression<Func<T, TKey>> key,
        QueryContext<T> query,
        PagingArguments paging,
        IPerParentRunner runner,
        ISelection selection,
        CancellationToken cancellation)
        where TKey : notnull
        where T : class
    {
        var pages = ComposePerParent(keys, source, key, query, paging, runner);
        var rows = SelectsRows(selection) ? await runner.ReadPagesAsync(pages, cancellation) : [];
        var totals = SelectsTotal(selection) ? await runner.ToListAsync(pages.Totals, cancellation) : null;
        var connections = pages.ToConnections(rows, totals);
        foreach (var connection in connections.Values)
        {
            Shown(runner, connection);
        }

        return connections;
    }

    private static Connection<T> Shown<T>(IQueryRunner runner, Connection<T> connection)
        where T : class
    {
        runner.Show(connection.Nodes);
        return connection;
    }

    private static bool SelectsRows(ISelection selection) =>
        selection.Selects("nodes") || selection.Selects("edges") || selection.Selects("pageInfo");

    private static bool SelectsTotal(ISelection selection) => selection.Selects("totalCount");
}
