using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>
/// Orders a query by keys. A database gets plain keys, as PostgreSQL's default (nulls last when ascending, first when descending) is what is
/// wanted; objects in memory get a comparer that does the same.
/// </summary>
internal static class KeysetOrder
{
    private static readonly MethodInfo ByTyped =
        typeof(KeysetOrder).GetMethod(nameof(By), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>How queries are ordered by a key; made once for each key.</summary>
    public static AppendOrder<T> Of<T>(LambdaExpression key) =>
        (AppendOrder<T>)ByTyped.MakeGenericMethod(typeof(T), key.ReturnType).Invoke(null, [key])!;

    private static AppendOrder<T> By<T, TKey>(Expression<Func<T, TKey>> key) => (source, isFirst, descending) =>
    {
        var comparer = source.Provider is EnumerableQuery ? NullsLast<TKey>.Comparer : null;
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
    };

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

/// <summary>Orders a query by a key, or goes on to order it by a further one.</summary>
internal delegate IQueryable<T> AppendOrder<T>(IQueryable<T> source, bool isFirst, bool descending);
