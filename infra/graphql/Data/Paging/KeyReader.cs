using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>Compiles the selectors of parents' keys, once for each that the code spells: it spells them anew for each request.</summary>
internal static class KeyReader
{
    private static readonly ConcurrentDictionary<(Type Row, MemberInfo Member), Delegate> OfMembers = [];
    private static readonly ConcurrentDictionary<(Type Row, string Selector), Delegate> OfOthers = [];

    public static Func<T, TKey> For<T, TKey>(Expression<Func<T, TKey>> key) => (Func<T, TKey>)(key.Body switch
    {
        MemberExpression { Expression: ParameterExpression, Member: var member } =>
            OfMembers.GetOrAdd((typeof(T), member), static (_, key) => key.Compile(), key),
        _ => OfOthers.GetOrAdd((typeof(T), key.ToString()), static (_, key) => key.Compile(), key),
    });
}
