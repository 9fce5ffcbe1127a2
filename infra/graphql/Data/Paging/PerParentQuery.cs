using System.Linq.Expressions;

namespace R2P.GraphQL.Data;

/// <summary>The same page of many parents' lists, as one query: for each key its rows, filtered, ordered, and no more than the page needs.</summary>
public sealed class PerParentQuery<TKey, T>
    where TKey : notnull
    where T : class
{
    private readonly PageQuery<T> _page;
    private readonly TKey[] _keys;
    private readonly Func<IQueryable<TKey>> _keyTable;
    private readonly Expression<Func<T, TKey>> _key;

    internal PerParentQuery(TKey[] keys, Func<IQueryable<TKey>> keyTable, PageQuery<T> page, Expression<Func<T, TKey>> key) =>
        (_keys, _keyTable, _page, _key) = (keys, keyTable, page, key);

    /// <summary>The parents' keys, each once.</summary>
    public IReadOnlyList<TKey> Keys => _keys;

    /// <inheritdoc cref="PageQuery{T}.Take"/>
    public int Take => _page.Take;

    /// <inheritdoc cref="PageQuery{T}.IsPlain"/>
    public bool IsPlain => _page.IsPlain;

    /// <inheritdoc cref="PageQuery{T}.IsBackward"/>
    public bool IsBackward => _page.IsBackward;

    /// <summary>
    /// Each key's rows and one more; in SQL the keys joined laterally with their first rows, unless there is but one. All in the page's order, whatever
    /// their key.
    /// </summary>
    public IQueryable<T> Rows
    {
        get
        {
            if (_keys is [var only])
            {
                var isOfOnly = Expression.Equal(_key.Body, Captured.Of(only));
                return _page.Shape(_page.Source.Where(Expression.Lambda<Func<T, bool>>(isOfOnly, _key.Parameters)));
            }

            var parent = Expression.Parameter(typeof(TKey), "parent");
            var children = _page.Shape(_page.Source.Where(Expression.Lambda<Func<T, bool>>(IsChildOf(parent), _key.Parameters)));
            return _page.Sort(_keyTable().SelectMany(Expression.Lambda<Func<TKey, IEnumerable<T>>>(children.Expression, parent)));
        }
    }

    /// <summary>The properties, by name, that a row is looked at for; null for all.</summary>
    public IReadOnlySet<string>? Properties
    {
        get
        {
            if (_page.Properties is not { } properties)
            {
                return null;
            }

            var withKey = new HashSet<string>(properties, StringComparer.Ordinal) { MemberPath.Of(_key).Steps[0].Name };
            return withKey;
        }
    }

    /// <summary>How many rows each key has, whatever the page; a key without rows is missing.</summary>
    public IQueryable<KeyCount<TKey>> Totals
    {
        get
        {
            var contains = Expression.Call(ItemMethods.Contains(typeof(TKey)), Captured.Of(_keys), _key.Body);
            return _page.Filtered
                .Where(Expression.Lambda<Func<T, bool>>(contains, _key.Parameters))
                .GroupBy(_key)
                .Select(group => new KeyCount<TKey> { Key = group.Key, Count = group.Count() });
        }
    }

    /// <summary>The pages of rows read by <see cref="Rows"/>: one for each key, empty where it has none.</summary>
    /// <param name="totals">What <see cref="Totals"/> came to, if that was selected.</param>
    public IReadOnlyDictionary<TKey, Connection<T>> ToConnections(IReadOnlyList<T> rows, IReadOnlyList<KeyCount<TKey>>? totals = null)
    {
        var rowsByKey = rows.ToLookup(KeyReader.For(_key));
        var countByKey = totals?.ToDictionary(total => total.Key, total => total.Count);
        return _keys.ToDictionary(
            key => key,
            key => _page.ToConnection([.. rowsByKey[key]], countByKey is null ? null : countByKey.GetValueOrDefault(key)));
    }

    /// <summary>
    /// The row's key is the parent's. The second condition is implied by the first; but by a bare equality EF Core would number the rows of all
    /// parents in the table, instead of reading the first few of each parent that was asked for.
    /// </summary>
    private BinaryExpression IsChildOf(ParameterExpression parent) => Expression.AndAlso(
        Expression.Equal(_key.Body, parent),
        Comparison.Of(ExpressionType.GreaterThanOrEqual, _key.Body, parent));
}

/// <summary>How many rows a key has.</summary>
public sealed class KeyCount<TKey>
{
    public required TKey Key { get; init; }

    public required int Count { get; init; }
}
