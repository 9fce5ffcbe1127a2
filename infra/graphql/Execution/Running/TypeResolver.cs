using System.Collections.Concurrent;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.4.3 ResolveAbstractType: by the value's C# type, or for a schema from SDL by its entry <c>__typename</c>.</summary>
internal sealed class TypeResolver(GraphQLSchema schema)
{
    private readonly ConcurrentDictionary<(CompositeType Abstract, Type Clr), ObjectType?> _byClrType = [];

    /// <summary>The object type; null if the value is of none that the abstract type can be.</summary>
    public ObjectType? Resolve(CompositeType type, object value) =>
        value is IReadOnlyDictionary<string, object?> entries
            ? FromEntries(type, entries)
            : _byClrType.GetOrAdd((type, value.GetType()), static (key, types) => FromClrType(types.PossibleTypes(key.Abstract), key.Clr), schema);

    private ObjectType? FromEntries(CompositeType type, IReadOnlyDictionary<string, object?> entries)
    {
        if (entries.GetValueOrDefault("__typename") is string name)
        {
            return schema.FindType(name) is ObjectType named && schema.IsPossibleType(type, named) ? named : null;
        }

        return Only(schema.PossibleTypes(type));
    }

    /// <summary>The type of the nearest base class that has one; else of an interface that the value's class implements.</summary>
    private static ObjectType? FromClrType(IReadOnlyList<ObjectType> possible, Type clrType)
    {
        for (var candidate = clrType; candidate is not null && candidate != typeof(object); candidate = candidate.BaseType)
        {
            if (possible.FirstOrDefault(type => type.ClrType == candidate) is { } found)
            {
                return found;
            }
        }

        return possible.FirstOrDefault(type => type.ClrType?.IsAssignableFrom(clrType) is true) ?? Only(possible);
    }

    private static ObjectType? Only(IReadOnlyList<ObjectType> possible) => possible is [{ ClrType: null } only] ? only : null;
}
