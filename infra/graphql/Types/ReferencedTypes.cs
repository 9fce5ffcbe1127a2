using R2P.GraphQL.Introspection;

namespace R2P.GraphQL.Types;

/// <summary>
/// Every type that belongs to a schema, in the order in which it is printed and introspected: the declared ones in their order, each followed by
/// what it refers to that nobody declared. A built-in scalar belongs to a schema only if it is referred to (§3.5).
/// </summary>
internal sealed class ReferencedTypes
{
    private readonly HashSet<NamedType> _seen = [];
    private readonly List<NamedType> _types = [];

    private ReferencedTypes(IEnumerable<NamedType> declared) => _seen.UnionWith(declared);

    public static IReadOnlyList<NamedType> Collect(IReadOnlyCollection<NamedType> declared, IEnumerable<DirectiveDefinition> directives)
    {
        var collector = new ReferencedTypes(declared);
        foreach (var type in declared)
        {
            collector._types.Add(type);
            collector.AddReferences(type);
        }

        foreach (var argument in directives.SelectMany(directive => directive.Arguments.Values))
        {
            collector.Add(argument.Type);
        }

        collector.Add(IntrospectionTypes.Schema);
        return collector._types;
    }

    private void Add(GraphQLType type)
    {
        if (_seen.Add(type.Named))
        {
            _types.Add(type.Named);
            AddReferences(type.Named);
        }
    }

    private void AddReferences(NamedType type)
    {
        foreach (var reference in ReferencesOf(type))
        {
            Add(reference);
        }
    }

    private static IEnumerable<GraphQLType> ReferencesOf(NamedType type) => type switch
    {
        UnionType union => union.Members,
        FieldsType fieldsType => fieldsType.Interfaces.Concat<GraphQLType>(fieldsType.Fields.Values.SelectMany(TypesOf)),
        InputObjectType input => input.Fields.Values.Select(field => field.Type),
        _ => [],
    };

    private static IEnumerable<GraphQLType> TypesOf(FieldDefinition field) =>
        field.Arguments.Values.Select(argument => argument.Type).Prepend(field.Type);
}
