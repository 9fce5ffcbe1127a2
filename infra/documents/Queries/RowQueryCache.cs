using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace R2P.Documents;

/// <summary>What was learnt of a store's types and queries: how rows become objects, and the SQL of every shape of query that came up.</summary>
internal sealed class RowQueryCache
{
    // Clients choose filters, and with them shapes: beyond this many the cache begins anew.
    private const int MaxShapes = 2_000;

    private readonly ConcurrentDictionary<Type, object> _readers = [];
    private readonly ConcurrentDictionary<QueryShape, TranslatedQuery> _queries = [];
    private readonly ConcurrentDictionary<(Type Rows, string Name), TranslatedQuery> _standing = [];

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
            return (known, shape.Values);
        }

        var translated = TranslatedQuery.Of(db, query, shape);
        object?[] values = [.. shape.Values];
        shape.Forget();
        if (_queries.Count >= MaxShapes)
        {
            _queries.Clear();
        }

        _queries[shape] = translated;
        return (translated, values);
    }

    /// <summary>
    /// The SQL of a query that is always the same but for the viewer's tokens, its only value: after the first time it is not even put together.
    /// </summary>
    public (TranslatedQuery Query, IReadOnlyList<object?> Values) Standing<T>(
        DocumentContext db, string name, Func<DocumentContext, IQueryable<T>> query)
    {
        if (_standing.TryGetValue((typeof(T), name), out var known))
        {
            return (known, known.Parameters.Count == 0 ? [] : [db.TokenArray]);
        }

        var (translated, values) = Translate(db, query(db));
        if (values is not [] and not [string[]])
        {
            throw new NotSupportedException($"The query {name} of {typeof(T).Name} has other values than the viewer's tokens.");
        }

        _standing[(typeof(T), name)] = translated;
        return (translated, values);
    }
}
