using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace R2P.GraphQL.Data;

/// <summary>Compiles the selectors of parents' keys, once for each that the code spells.</summary>
internal static class KeyReader
{
    private static readonly ConcurrentDictionary<(Type Row, string Selector), Delegate> Compiled = [];

    public static Func<T, TKey> For<T, TKey>(Expression<Func<T, TKey>> key) =>
        (Func<T, TKey>)Compiled.GetOrAdd((typeof(T), key.ToString()), static (_, key) => key.Compile(), key);
}
