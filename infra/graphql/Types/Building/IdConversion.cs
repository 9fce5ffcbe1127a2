using System.Collections;

namespace R2P.GraphQL.Types.Building;

/// <summary>Turns Guids that a resolver returned into the texts of global ids.</summary>
internal static class IdConversion
{
    /// <summary>The conversion of a value or list; null if <paramref name="typeName"/> is, as there is nothing to convert.</summary>
    public static Func<object?, object?>? For(ClrShape shape, string? typeName)
    {
        if (typeName is null)
        {
            return null;
        }

        return shape.IsList(out _)
            ? list => (list as IEnumerable)?.Cast<Guid?>().Select(id => Text(typeName, id)).ToArray()
            : value => Text(typeName, (Guid?)value);
    }

    private static string? Text(string typeName, Guid? id) => id is { } given ? new NodeId(typeName, given).ToString() : null;
}
