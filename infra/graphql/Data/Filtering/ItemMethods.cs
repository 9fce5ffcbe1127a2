using System.Collections.Concurrent;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>The methods of lists that filters are made of, found once for each type of item: a search by name looks through hundreds.</summary>
internal static class ItemMethods
{
    private static readonly MethodInfo ContainsAny = new Func<IEnumerable<object>, object, bool>(Enumerable.Contains).Method.GetGenericMethodDefinition();
    private static readonly MethodInfo AnyOfAny = new Func<IEnumerable<object>, bool>(Enumerable.Any).Method.GetGenericMethodDefinition();
    private static readonly MethodInfo AnyThatOfAny =
        new Func<IEnumerable<object>, Func<object, bool>, bool>(Enumerable.Any).Method.GetGenericMethodDefinition();

    private static readonly ConcurrentDictionary<(MethodInfo Method, Type Item), MethodInfo> Known = [];

    /// <summary>Whether a list holds an item.</summary>
    public static MethodInfo Contains(Type item) => Of(ContainsAny, item);

    /// <summary>Whether a list holds anything.</summary>
    public static MethodInfo Any(Type item) => Of(AnyOfAny, item);

    /// <summary>Whether a list holds an item that meets a condition.</summary>
    public static MethodInfo AnyThat(Type item) => Of(AnyThatOfAny, item);

    private static MethodInfo Of(MethodInfo method, Type item) =>
        Known.GetOrAdd((method, item), static key => key.Method.MakeGenericMethod(key.Item));
}
