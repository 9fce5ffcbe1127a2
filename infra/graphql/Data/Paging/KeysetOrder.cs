using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>
/// Orders a query by keys. A database gets plain keys, as PostgreSQL's default (nulls last when ascending, first when descending) is what is
/// wanted; objects in memory get a comparer that does the same.
/// </summary>
internal static class KeysetOrder
{
    private static readonly MethodInfo AppendTyped =
        typeof(KeysetOrder).GetMethod(nameof(AppendKey), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IQueryable<T> Append<T>(IQueryable<T> source, SortKey<T> key, bool isFirst, bool descending)
        where T : class
    {
        var inMemory = source.Provider is EnumerableQuery;
        return (IQueryable<T>)AppendTyped.MakeGenericMethod(typeof(T), key.Selector.ReturnType)
            .Invoke(null, [source, key.Selector, inMemory, isFirst, descending])!;
    }

    private static IOrderedQueryable<T> AppendKey<T, TKey>(
        IQueryable<T> source,
        Expression<Func<T, TKey>> key,
        bool inMemory,
        bool isFirst,
        bool descending)
    {
        var comparer = inMemory ? NullsLast<TKey>.Comparer : null;
        return (isFirst, descending, comparer) switch
        {
            (true, false, null) => source.OrderBy(key),
            (true, true, null) => source.OrderByDescending(key),
            (false, false, null) => ((IOrderedQueryable<T>)source).ThenBy(key),
            (false, true, null) => ((IOrderedQueryable<T>)source).ThenByDescending(key),
            (true, false, _) => source.OrderBy(key, comparer),
            (true, true, _) => source.OrderByDescending(key, comparer),
            (false, false, _) => ((IOrderedQueryable<T>)source).ThenBy(key, comparer),
            (false, true, _) => ((IOrderedQueryable<T>)source).ThenByDescending(key, comparer),
        };
    }

    private static class NullsLast<TKey>
    {
        public static Comparer<TKey> Comparer { get; } = Comparer<TKey>.Create(Compare);

        private static int Compare(TKey left, TKey right) => (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string leftText, string rightText) => string.Compare(leftText, rightText, StringComparison.InvariantCulture),
            _ => Comparer<TKey>.Default.Compare(left, right),
        };
    }
}
