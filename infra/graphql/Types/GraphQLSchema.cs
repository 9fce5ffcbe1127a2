using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types;

/// <summary>§3.3 A complete, immutable schema: what clients may ask for, and how it is answered.</summary>
public sealed class GraphQLSchema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<NamedType, ObjectType[]> _possibleTypes = [];

    /// <summary>Puts a schema together from types that are complete; it does not check them (see the schema validator).</summary>
    /// <param name="types">Every named type, in the order they are printed, built-in scalars and introspection types included.</param>
    /// <param name="directives">Every directive, the specified ones included.</param>
    public GraphQLSchema(
        ObjectType query,
        ObjectType? mutation,
        ObjectType? subscription,
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveDefinition> directives)
    {
        (Query, Mutation, Subscription) = (query, mutation, subscription);
        Types = [.. types];
        Directives = [.. directives];
        _types = Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = Directives.ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        foreach (var type in Types.OfType<CompositeType>())
        {
            _possibleTypes[type] = FindPossibleTypes(type);
        }
    }

    public string? Description { get; init; }

    public ObjectType Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The named type, or null.</summary>
    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    /// <summary>The directive, or null.</summary>
    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The root type of an operation, or null if the schema has none (§3.3.1).</summary>
    public ObjectType? RootType(OperationKind operation) => operation switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>§5.5.2.3 GetPossibleTypes: the object types that a value of the type can have.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(CompositeType type) => _possibleTypes[type];

    /// <summary>Whether every object type of <paramref name="type"/> is one of <paramref name="abstractType"/>'s.</summary>
    public bool IsPossibleType(CompositeType abstractType, ObjectType type) => Array.IndexOf(_possibleTypes[abstractType], type) >= 0;

    /// <summary>The type that a type reference names, or null when it names none.</summary>
    public GraphQLType? TypeFrom(TypeNode node) => node switch
    {
        NamedTypeNode named => FindType(named.Name.Value),
        ListTypeNode list => TypeFrom(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => TypeFrom(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

    private ObjectType[] FindPossibleTypes(CompositeType type) => type switch
    {
        ObjectType objectType => [objectType],
        UnionType union => [.. union.Members],
        InterfaceType @interface => [.. Types.OfType<ObjectType>().Where(candidate => candidate.Interfaces.Contains(@interface))],
        _ => [],
    };
}
