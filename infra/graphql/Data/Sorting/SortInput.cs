using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>The input object of a class's sort keys.</summary>
internal sealed class SortInput
{
    private SortInput(InputObjectType type, IReadOnlyList<MemberPath> paths) => (Type, Paths) = (type, paths);

    public InputObjectType Type { get; }

    /// <summary>What each field sorts by.</summary>
    public IReadOnlyList<MemberPath> Paths { get; }

    public static SortInput For(Type row, TypeRegistry types)
    {
        var members = MarkedMembers.Of<SortableAttribute>(row, types, attribute => attribute.Using).ToList();
        if (members.Count == 0)
        {
            types.Errors.Add(new SchemaError($"{row.Name} can't be sorted: mark the properties to sort by with [Sortable].", row.Origin()));
        }

        var direction = types.Input(typeof(SortDirection), nullable: true);
        var name = types.NameOf(row);
        var type = types.InputObject($"{name}SortInput", type =>
        {
            foreach (var member in members)
            {
                var fieldName = member.Attribute.Name ?? SchemaNames.OfField(member.Property);
                type.Fields[fieldName] = new InputFieldDefinition(fieldName, direction)
                {
                    Description = types.Describe(member.Property),
                    Origin = member.Property.Origin(),
                };
            }
        });
        type.Description ??= $"Sorts {name} by its fields. Give each key an entry of its own: within one entry, keys count in the order of this type.";
        type.Origin ??= row.Origin();
        return new SortInput(type, [.. members.Select(member => member.Path)]);
    }

    /// <summary>The keys that were given, in order.</summary>
    public static List<SortKey<T>> Read<T>(object?[] entries, IReadOnlyList<SortField<T>> fields)
        where T : class
    {
        var keys = new List<SortKey<T>>();
        foreach (var entry in entries.OfType<InputValues>())
        {
            for (var i = 0; i < fields.Count; i++)
            {
                if (entry[i] is SortDirection direction)
                {
                    keys.Add(new SortKey<T>(fields[i], direction == SortDirection.Desc));
                }
            }
        }

        return keys;
    }
}
