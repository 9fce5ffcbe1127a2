namespace R2P.GraphQL.Data;

/// <summary>Runs queries asynchronously. Whoever owns the connection to the database implements it.</summary>
public interface IQueryRunner
{
    /// <summary>Reads all rows of a query.</summary>
    Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation);

    /// <summary>Reads all rows of a query that yields whole rows.</summary>
    /// <param name="query">The query.</param>
    /// <param name="properties">The properties that will be looked at, by name; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<T>> ReadRowsAsync<T>(IQueryable<T> query, IReadOnlySet<string>? properties, CancellationToken cancellation)
        where T : class =>
        ToListAsync(query, cancellation);

    /// <summary>Told which of the rows that were read are shown: a page is read with one row more, which tells whether another page follows.</summary>
    void Show<T>(IReadOnlyList<T> rows)
        where T : class
    {
    }

    /// <summary>Counts the rows of a query.</summary>
    Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation);
}

/// <summary>Runs queries that read the lists of many parents at once.</summary>
public interface IPerParentRunner : IQueryRunner
{
    /// <summary>
    /// The keys as a table that queries of the same database can be composed on, such as <c>unnest(@keys)</c>: one parameter, so that the statement's
    /// text does not depend on the keys.
    /// </summary>
    IQueryable<TKey> TableOf<TKey>(IReadOnlyList<TKey> keys);

    /// <summary>Reads the rows of many parents' pages: <see cref="PerParentQuery{TKey,T}.Rows"/>, or what it knows to be the same.</summary>
    Task<IReadOnlyList<T>> ReadPagesAsync<TKey, T>(PerParentQuery<TKey, T> pages, CancellationToken cancellation)
        where TKey : notnull
        where T : class =>
        ReadRowsAsync(pages.Rows, pages.Properties, cancellation);
}
