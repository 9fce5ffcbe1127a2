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

    /// <summary>The properties of a row, by name, that what was selected and the order are made of; null for all.</summary>
    public IReadOnlySet<string>? Properties
    {
        get
        {
            if (Selection?.PropertiesOf(typeof(T)) is not { } selected)
            {
                return null;
            }

            var properties = new HashSet<string>(selected, StringComparer.Ordinal);
            properties.UnionWith(Order.Select(key => key.Field.Path.Steps[0].Name));
            return properties;
        }
    }

    /// <summary>The same with this order, unless the client chose one.</summary>
    /// <param name="key">A property, or a path of properties, that is a column in the database.</param>
    public QueryContext<T> DefaultOrder<TValue>(Expression<Func<T, TValue>> key, bool descending = false) =>
        DefaultOrder(SortKey.Complete([SortKey.By(key, descending)]));

    /// <summary>The same with this order, unless the client chose one.</summary>
    /// <param name="order">A total order; see <see cref="SortKey.Complete"/>.</param>
    public QueryContext<T> DefaultOrder(IReadOnlyList<SortKey<T>> order) => HasClientOrder ? this : this with { Order = order };
}
