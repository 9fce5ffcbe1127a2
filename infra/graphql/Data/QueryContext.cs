using System.Linq.Expressions;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Data;

/// <summary>
/// What a client asked of a list: which rows, in what order, and what of each. A resolver with [UseFiltering] or
/// [UseSorting] takes it as a parameter.
/// </summary>
public sealed record QueryContext<T>
    where T : class
{
    /// <summary>The rows that were asked for; null for all.</summary>
    public Expression<Func<T, bool>>? Where { get; init; }

    /// <summary>The order, most important key first; it ends in the type's unique tie-breaker, so no two rows are equal in it.</summary>
    public IReadOnlyList<SortKey<T>> Order
    {
        get => field ?? SortKey.Complete<T>([]);
        init;
    }

    /// <summary>Whether the client chose the order itself.</summary>
    public bool HasClientOrder { get; init; }

    /// <summary>What was selected of a row: below the field, or below <c>nodes</c> and <c>edges.node</c> of a connection.</summary>
    public ISelection? Selection { get; init; }

    /// <summary>The same with this order, unless the client chose one.</summary>
    /// <param name="key">A property, or a path of properties, that is a column in the database.</param>
    public QueryContext<T> DefaultOrder<TValue>(Expression<Func<T, TValue>> key, bool descending = false) =>
        HasClientOrder ? this : this with { Order = SortKey.Complete([SortKey.By(key, descending)]) };
}
