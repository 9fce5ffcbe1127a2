using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>
/// One key of an order. Nulls come last when ascending and first when descending, as PostgreSQL has it by default, so that a plain index serves.
/// </summary>
public sealed class SortKey<T>
{
    internal SortKey(SortField<T> field, bool descending) => (Field, Descending) = (field, descending);

    /// <summary>Reads the key from a row.</summary>
    public LambdaExpression Selector => Field.Selector;

    public bool Descending { get; }

    internal SortField<T> Field { get; }
}

/// <summary>Makes keys of an order.</summary>
public static class SortKey
{
    /// <summary>A key by a property, or by a path of properties.</summary>
    public static SortKey<T> By<T, TValue>(Expression<Func<T, TValue>> key, bool descending = false)
        where T : class =>
        new(SortField<T>.For(key), descending);

    /// <summary>
    /// The keys as a total order: a key that comes twice counts once, and the type's tie-breaker ends it, in the direction of the key before.
    /// The tie-breaker is the property marked <c>[SortKey(TieBreaker = true)]</c>, or else <c>Id</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The type has no tie-breaker.</exception>
    public static IReadOnlyList<SortKey<T>> Complete<T>(IReadOnlyList<SortKey<T>> keys)
        where T : class
    {
        var tieBreaker = TieBreaker<T>.Field;
        var order = new List<SortKey<T>>();
        foreach (var key in keys.DistinctBy(key => key.Field))
        {
            order.Add(key);
            if (key.Field == tieBreaker)
            {
                return order;
            }
        }

        order.Add(new SortKey<T>(tieBreaker, order.Count > 0 && order[^1].Descending));
        return order;
    }

    private static class TieBreaker<T>
    {
        public static SortField<T> Field => field ??= SortField<T>.For(MemberPath.Parse(typeof(T), Find()));

        private static string Find()
        {
            var properties = typeof(T).GetProperties();
            var found = properties.FirstOrDefault(property => property.GetCustomAttribute<SortKeyAttribute>() is { TieBreaker: true })
                ?? properties.FirstOrDefault(property => property.Name == "Id");
            return found?.Name ?? throw new ArgumentException(
                $"{typeof(T).Name} can't be paged: mark its unique property with [SortKey(TieBreaker = true)], or call it Id.");
        }
    }
}
