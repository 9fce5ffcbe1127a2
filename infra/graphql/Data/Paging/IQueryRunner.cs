namespace R2P.GraphQL.Data;

/// <summary>Runs queries asynchronously. Whoever owns the connection to the database implements it.</summary>
public interface IQueryRunner
{
    /// <summary>Reads all rows of a query.</summary>
    Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation);

    /// <summary>Counts the rows of a query.</summary>
    Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation);
}
