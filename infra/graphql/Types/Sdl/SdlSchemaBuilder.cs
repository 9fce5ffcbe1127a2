using R2P.GraphQL.Execution;
using R2P.GraphQL.Introspection;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>Builds a schema from type system definitions and extensions (§3.2).</summary>
public sealed class SdlSchemaBuilder
{
    private static readonly Dictionary<string, NamedType> BuiltInTypes = SpecifiedScalars.All.Concat<NamedType>(IntrospectionTypes.All)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly DocumentNode _document;
    private readonly SdlOrigins _origins;
    private readonly SdlCosts _costs;
    private readonly SdlMembers _members;
    private readonly ILookup<string, TypeDefinitionNode> _extensions;
    private readonly OrderedDictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly List<SchemaError> _errors = [];

    /// <summary>Types that stand where types of their kind can't. The schema can be made without them, so that all else that is wrong is told, too.</summary>
    private readonly List<SchemaError> _misplaced = [];

    private SdlSchemaBuilder(DocumentNode document, Func<string, string, FieldResolver?>? resolvers)
    {
        _document = document;
        _origins = new SdlOrigins(document.Source);
        _extensions = document.Definitions.OfType<TypeDefinitionNode>().Where(node => node.IsExtension).ToLookup(node => node.Name.Value);
        _costs = new SdlCosts(document, _origins, _errors);
        _members = new SdlMembers(TypeFrom, _origins, _errors, resolvers, RootTypeName(OperationKind.Subscription), _costs);
    }

    /// <summary>
    /// Builds the schema that the definitions of <paramref name="sdl"/> describe; executable definitions are ignored. The schema is not yet
    /// checked as a whole: that is the schema validator's work.
    /// </summary>
    /// <param name="resolvers">
    /// Gives the resolver of a field by type name and field name. Where it gives none, a field is the entry of its name in the parent, an
    /// <see cref="IReadOnlyDictionary{TKey,TValue}"/>; the entry <c>__typename</c> tells of which object type such a parent is.
    /// </param>
    /// <exception cref="SchemaException">The definitions contradict one another or name what is not there.</exception>
    public static GraphQLSchema Build(DocumentNode sdl, Func<string, string, FieldResolver?>? resolvers = null)
    {
        var errors = SdlValidator.Validate(sdl);
        return errors.Count == 0 ? new SdlSchemaBuilder(sdl, resolvers).Build() : throw new SchemaException(errors);
    }

    private GraphQLSchema Build()
    {
        var definitions = _document.Definitions.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension).ToList();
        foreach (var definition in definitions)
        {
            _types.Add(definition.Name.Value, BuiltInTypes.GetValueOrDefault(definition.Name.Value) ?? Create(definition));
        }

        foreach (var definition in definitions.Where(node => !BuiltInTypes.ContainsKey(node.Name.Value)))
        {
            Complete(_types[definition.Name.Value], definition);
        }

        var directives = BuildDirectives();
        if (_errors.Count > 0)
        {
            throw new SchemaException(_errors);
        }

        var query = RootType(OperationKind.Query);
        var mutation = RootType(OperationKind.Mutation);
        var subscription = RootType(OperationKind.Subscription);
        if (RootTypeName(OperationKind.Query) is not { } queryName || FindType(queryName) is null)
        {
            _misplaced.Add(new SchemaError("Query root type must be provided.", SchemaDefinition is { } node ? _origins.Of(node) : null));
        }

        var types = ReferencedTypes.Collect([.. _types.Values], directives);
        var schema = new GraphQLSchema(query ?? new ObjectType("Query"), mutation, subscription, types, directives)
        {
            Description = SchemaDefinition?.Description?.Value,
        };
        return _misplaced.Count == 0 ? schema : throw new SchemaException([.. _misplaced, .. SchemaValidator.Validate(schema)]);
    }

    private SchemaDefinitionNode? SchemaDefinition =>
        _document.Definitions.OfType<SchemaDefinitionNode>().FirstOrDefault(node => !node.IsExtension);

    private NamedType Create(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        NamedType type = node switch
        {
            ScalarTypeDefinitionNode => new SdlScalar(name) { SpecifiedByUrl = SpecifiedByUrl(node) },
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            _ => new InputObjectType(name)
            {
                IsOneOf = node.Directives.Any(directive => directive.Name.Value == SpecifiedDirectives.OneOf.Name),
            },
        };
        var added = _extensions[name].SelectMany(extension => extension.Directives);
        type.Description = node.Description?.Value;
        type.Origin = _origins.Of(node);
        type.AppliedDirectives = SdlMembers.AppliedDirectives(node.Directives.Concat(added));
        type.Cost = _costs.Weight(node.Directives.Concat(added));
        return type;
    }

    private string? SpecifiedByUrl(TypeDefinitionNode node) => _extensions[node.Name.Value].Prepend(node)
        .Select(part => _members.DirectiveText(part.Directives, SpecifiedDirectives.SpecifiedBy, "url"))
        .LastOrDefault(url => url is not null);

    private void Complete(NamedType type, TypeDefinitionNode definition)
    {
        var parts = _extensions[type.Name].Prepend(definition);
        foreach (var part in parts)
        {
            switch (type, part)
            {
                case (FieldsType fieldsType, FieldsTypeDefinitionNode node):
                    AddInterfaces(fieldsType, node);
                    _members.AddFields(fieldsType, node);
                    break;
                case (UnionType union, UnionTypeDefinitionNode node):
                    AddMembers(union, node);
                    break;
                case (EnumType enumType, EnumTypeDefinitionNode node):
                    _members.AddValues(enumType, node);
                    break;
                case (InputObjectType input, InputObjectTypeDefinitionNode node):
                    _members.AddInputFields(input.Fields, node.Fields);
                    break;
            }
        }
    }

    private void AddInterfaces(FieldsType type, FieldsTypeDefinitionNode node)
    {
        foreach (var reference in node.Interfaces)
        {
            if (FindType(reference) is InterfaceType @interface)
            {
                type.Interfaces.Add(@interface);
            }
            else
            {
                _misplaced.Add(new SchemaError(
                    $"Type {type} must only implement Interface types, it cannot implement {reference}.", _origins.Of(reference)));
            }
        }
    }

    private void AddMembers(UnionType union, UnionTypeDefinitionNode node)
    {
        foreach (var reference in node.Members)
        {
            if (FindType(reference) is ObjectType member)
            {
                union.Members.Add(member);
            }
            else
            {
                _misplaced.Add(new SchemaError(
                    $"Union type {union} can only include Object types, it cannot include {reference}.", _origins.Of(reference)));
            }
        }
    }

    private List<DirectiveDefinition> BuildDirectives()
    {
        var directives = _document.Definitions.OfType<DirectiveDefinitionNode>().Select(_members.Directive).ToList();
        var names = directives.Select(directive => directive.Name).ToHashSet(StringComparer.Ordinal);
        directives.AddRange(SpecifiedDirectives.All.Where(directive => !names.Contains(directive.Name)));
        return directives;
    }

    /// <summary>§3.3.1: without a schema definition, the root types are those with the default names.</summary>
    private string? RootTypeName(OperationKind operation)
    {
        var named = RootTypeNode(operation);
        return named is not null || SchemaDefinition is not null ? named?.Name.Value : operation.ToString();
    }

    private NamedTypeNode? RootTypeNode(OperationKind operation) => _document.Definitions.OfType<SchemaDefinitionNode>()
        .SelectMany(node => node.OperationTypes)
        .LastOrDefault(node => node.Operation == operation)?.Type;

    private ObjectType? RootType(OperationKind operation)
    {
        if (RootTypeName(operation) is not { } name || FindType(name) is not { } type)
        {
            return null;
        }

        if (type is ObjectType root)
        {
            return root;
        }

        var condition = operation == OperationKind.Query ? "" : " if provided";
        var origin = RootTypeNode(operation) is { } node ? _origins.Of(node) : type.Origin;
        _misplaced.Add(new SchemaError($"{operation} root type must be Object type{condition}, it cannot be {name}.", origin));
        return null;
    }

    private NamedType FindType(NamedTypeNode node) => FindType(node.Name.Value)!;

    private NamedType? FindType(string name) => _types.GetValueOrDefault(name) ?? BuiltInTypes.GetValueOrDefault(name);

    private GraphQLType TypeFrom(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(TypeFrom(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(TypeFrom(nonNull.Type)),
        _ => FindType((NamedTypeNode)node),
    };
}
