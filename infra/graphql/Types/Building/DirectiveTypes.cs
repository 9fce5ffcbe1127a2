using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>§3.13 The directives of the schema in the making, one for each class that is marked as one.</summary>
internal sealed class DirectiveTypes(TypeRegistry types)
{
    private readonly Dictionary<Type, DirectiveDefinition> _definitions = [];
    private readonly Dictionary<string, string?> _origins = SpecifiedDirectives.All
        .Concat([SpecifiedDirectives.Defer, SpecifiedDirectives.Stream])
        .ToDictionary(directive => directive.Name, _ => (string?)"the specification", StringComparer.Ordinal);

    /// <summary>By name, so that the printed schema stays the same when code moves.</summary>
    public IEnumerable<DirectiveDefinition> All => _definitions.Values.OrderBy(directive => directive.Name, StringComparer.Ordinal);

    public static bool IsDirective(Type type) => type.IsDefined(typeof(DirectiveTypeAttribute), inherit: false);

    /// <summary>The directive that the class is.</summary>
    public DirectiveDefinition Of(Type type)
    {
        if (!_definitions.TryGetValue(type, out var definition))
        {
            _definitions[type] = definition = Create(type, type.GetCustomAttribute<DirectiveTypeAttribute>()!);
            if (!_origins.TryAdd(definition.Name, definition.Origin))
            {
                types.Errors.Add(new SchemaError($"The name @{definition.Name} already belongs to {_origins[definition.Name]}.", definition.Origin));
            }
        }

        return definition;
    }

    /// <summary>
    /// The directives that are applied to an element of the schema, by attributes on what stands for it in C#. They hold where they are written:
    /// a class does not take those of its base class over.
    /// </summary>
    public IReadOnlyList<AppliedDirective> AppliedTo(DirectiveLocation location, string origin, params IEnumerable<ICustomAttributeProvider?> sources)
    {
        var attributes = sources
            .SelectMany(source => source?.GetCustomAttributes(inherit: false).OfType<Attribute>() ?? [])
            .Where(attribute => IsDirective(attribute.GetType()));
        var seen = new HashSet<DirectiveDefinition>();
        return attributes.Select(attribute => Apply(attribute, Of(attribute.GetType()), location, seen, message => Report(message, origin))).ToArray();
    }

    /// <summary>§5.7 A directive stands where it may, as often as it may.</summary>
    private static AppliedDirective Apply(
        Attribute attribute, DirectiveDefinition definition, DirectiveLocation location, HashSet<DirectiveDefinition> seen, Action<string> report)
    {
        if (!definition.Locations.Contains(location))
        {
            report($"Directive \"@{definition.Name}\" may not be used on {DirectiveLocations.NameOf(location)}.");
        }

        if (!seen.Add(definition) && !definition.IsRepeatable)
        {
            report($"The directive \"@{definition.Name}\" can only be used once at this location.");
        }

        return new AppliedDirective(definition.Name, AppliedArguments.Of(attribute, definition, report));
    }

    private DirectiveDefinition Create(Type type, DirectiveTypeAttribute marked)
    {
        var construction = InputConstruction.Of(type, types);
        if (construction is null)
        {
            Report("A directive needs a class or record with a public constructor.", type.Origin());
        }

        var arguments = new OrderedDictionary<string, InputFieldDefinition>(StringComparer.Ordinal);
        foreach (var member in construction?.Members ?? [])
        {
            if (!arguments.TryAdd(member.Name, member.Define(types, DirectiveLocation.ArgumentDefinition)))
            {
                Report($"The directive has more than one argument {member.Name}.", member.Origin);
            }
        }

        if (construction is not null && types.Errors.Count == 0)
        {
            types.Inputs.CompileFactory(type, construction.Constructor, construction.Members);
        }

        return new DirectiveDefinition(SchemaNames.OfDirective(type))
        {
            Description = types.Describe(type),
            Locations = marked.Locations,
            IsRepeatable = marked.IsRepeatable,
            Arguments = arguments,
            Origin = type.Origin(),
            ClrType = type,
            Construct = types.Inputs.FactoryFor(type),
        };
    }

    /// <summary>An element may be looked at more than once: a method is a field of an interface and of each type that implements it.</summary>
    private void Report(string message, string origin)
    {
        var error = new SchemaError(message, origin);
        if (!types.Errors.Contains(error))
        {
            types.Errors.Add(error);
        }
    }
}
