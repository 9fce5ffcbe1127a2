using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>What compiled input bindings call.</summary>
internal static class InputRuntime
{
    public static T[] Array<T>(object canonical, Deferred<Func<object?, T>> item)
    {
        var convert = item.Code;
        return System.Array.ConvertAll((object?[])canonical, value => convert(value));
    }

    public static object NotNull(object? canonical, string name) =>
        canonical ?? throw Refused($"\"{name}\" may be left out, but it must not be null.");

    public static NodeId AnyNode(object canonical, string name) =>
        NodeId.TryParse((string)canonical, out var id) ? id : throw Refused($"\"{name}\" expects the ID of an object, found {Shown(canonical)}.");

    public static Guid NodeOf(object canonical, ExpectedNode expected, string name) =>
        NodeId.TryParse((string)canonical, out var id) && expected.Names.Contains(id.TypeName)
            ? id.Id
            : throw Refused($"\"{name}\" expects an ID of type {string.Join(" or ", expected.Names)}, found {Shown(canonical)}.");

    private static string Shown(object canonical)
    {
        var text = (string)canonical;
        return Scalars.ValueText.Quote(text.Length > 100 ? text[..100] + "…" : text);
    }

    private static GraphQLException Refused(string message) => new(message, ErrorCodes.BadUserInput);
}

/// <summary>The object types whose ids an input takes: one, or those of an interface.</summary>
internal sealed class ExpectedNode(TypeRegistry types, Type type)
{
    private readonly Lazy<SortedSet<string>> _names = new(() => new SortedSet<string>(
        types.All.OfType<ObjectType>().Where(node => type.IsAssignableFrom(node.ClrType)).Select(node => node.Name),
        StringComparer.Ordinal));

    public SortedSet<string> Names => _names.Value;
}
