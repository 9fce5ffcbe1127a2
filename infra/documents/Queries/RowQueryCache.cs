using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace R2P.Documents;

/// <summary>What was learnt of a store's types and queries: how rows become objects, and the SQL of every shape of query that came up.</summary>
internal sealed class RowQueryCache
{
    // Clients choose filters, and with them shapes: beyond this many the cache begins anew.
    private const int MaxShapes = 2_000;

    private readonly ConcurrentDictionary<Type, object> _readers = [];
    private readonly ConcurrentDictionary<QueryShape, Lazy<TranslatedQuery>> _queries = [];
    private readonly ConcurrentDictionary<(Type Rows, object Name), Standing> _standing = [];

    public RowReader<T> ReaderOf<T>(DbContext db)
        where T : class =>
        (RowReader<T>)_readers.GetOrAdd(
            typeof(T),
            static (type, model) => new RowReader<T>(model.FindEntityType(type)!),
            db.Model);

    /// <summary>The query's SQL and its values.</summary>
    public (TranslatedQuery Query, IReadOnlyList<object?> Values) Translate<T>(DbContext db, IQueryable<T> query)
    {
        var shape = QueryShape.Of(query.Expression);
        if (_queries.TryGetValue(shape, out var known))
        {
            return (known.Value, shape.Values);
        }

        if (_queries.Count >= MaxShapes)
        {
            _queries.Clear();
        }

        // Whoever asks the same meanwhile waits: after a start, every one of many requests would else translate the same query.
        object?[] values = [.. shape.Values];
        var translation = _queries.GetOrAdd(shape, new Lazy<TranslatedQuery>(() => Learn(db, query, shape)));
        try
        {
            return (translation.Value, values);
        }
        catch
        {
            _queries.TryRemove(KeyValuePair.Create(shape, translation));
            throw;
        }
    }

    /// <summary>The SQL of a query that is always the same but for some values: after the first time it is not even put together.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="name">What tells the query from all others of this type of rows.</param>
    /// <param name="query">The query. One that turns out to hold other values is put together each time.</param>
    /// <param name="values">The values that the query holds, no two that could be equal: arrays as the very object, others once.</param>
    public (TranslatedQuery Query, IReadOnlyList<object?> Values) Translate<T>(
        DocumentContext db, object name, Func<IQueryable<T>> query, IReadOnlyList<object> values)
    {
        if (_standing.TryGetValue((typeof(T), name), out var known))
        {
            return known.Values is { } places ? (known.Query, Array.ConvertAll(places, place => place.In(values))) : Translate(db, query());
        }

        var made = Translate(db, query());
        _standing[(typeof(T), name)] = new Standing(made.Query, StandingValue.Find(made.Values, values));
        return made;
    }

    private static TranslatedQuery Learn<T>(DbContext db, IQueryable<T> query, QueryShape shape)
    {
        var translated = TranslatedQuery.Of(db, query, shape);
        shape.Forget();
        return translated;
    }

    /// <summary>A translation, and where each value of the query comes from; null if that is not known of all.</summary>
    private sealed record Standing(TranslatedQuery Query, StandingValue[]? Values);
}
