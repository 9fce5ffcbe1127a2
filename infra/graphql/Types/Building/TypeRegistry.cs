using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace R2P.GraphQL.Types.Building;

/// <summary>
/// The types of the schema in the making, one for each C# type and position (output or input). A type is handed out at once and completed
/// later, so that types may refer to one another.
/// </summary>
public sealed class TypeRegistry
{
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, NamedType> _inputs = [];
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Queue<Action> _unfinished = [];
    private readonly XmlDocumentation _documentation = new();
    private readonly OutputTypeFactory _outputFactory;
    private readonly InputTypeFactory _inputFactory;
    private NullabilityInfoContext _nullability = new();

    internal TypeRegistry(
        IEnumerable<ScalarType> scalars,
        ResolverClasses resolvers,
        IServiceProviderIsService services,
        IReadOnlyList<IParameterBinder> binders)
    {
        foreach (var scalar in SpecifiedScalars.All.Concat(scalars))
        {
            _scalars.TryAdd(scalar.ClrType, scalar);
        }

        _scalars.Add(typeof(NodeId), SpecifiedScalars.Id);
        Resolvers = resolvers;
        Inputs = new InputBinding(this);
        Directives = new DirectiveTypes(this);
        Fields = new FieldFactory(this, new ParameterBinding(this, services, binders));
        _outputFactory = new OutputTypeFactory(this);
        _inputFactory = new InputTypeFactory(this);
    }

    /// <summary>Every type is made. What resolvers still look up here needs nothing of what the types were read from.</summary>
    internal void Close()
    {
        _documentation.Close();
        _nullability = new NullabilityInfoContext();
    }

    /// <summary>Every type that was asked for so far.</summary>
    internal IReadOnlyCollection<NamedType> All => _byName.Values;

    internal ResolverClasses Resolvers { get; }

    internal InputBinding Inputs { get; }

    internal DirectiveTypes Directives { get; }

    internal FieldFactory Fields { get; }

    internal List<SchemaError> Errors { get; } = [];

    /// <summary>The type of a C# type at an output position, non-null unless <paramref name="nullable"/>.</summary>
    public GraphQLType Output(Type type, bool nullable = false) => Nullability(Output(new ClrShape(type, null), type.Origin()), nullable);

    /// <summary>The type of a C# type at an input position, non-null unless <paramref name="nullable"/>.</summary>
    public GraphQLType Input(Type type, bool nullable = false) => Nullability(Input(new ClrShape(type, null), type.Origin()), nullable);

    /// <summary>The input object of that name; made by <paramref name="complete"/> when it is new, which may refer back to it.</summary>
    public InputObjectType InputObject(string name, Action<InputObjectType> complete)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return (InputObjectType)known;
        }

        var type = new InputObjectType(name);
        _byName.Add(name, type);
        _unfinished.Enqueue(() => complete(type));
        return type;
    }

    /// <summary>The type of that name, or null if none was asked for so far.</summary>
    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The GraphQL name of the C# type at an output position.</summary>
    public string NameOf(Type type) => _scalars.TryGetValue(type, out var scalar) ? scalar.Name : SchemaNames.OfOutput(type, NameOf);

    /// <summary>The GraphQL name of a property or method as a field.</summary>
    public static string FieldNameOf(MemberInfo member) => SchemaNames.OfField(member);

    /// <summary>The description of a type, property, method or enum value.</summary>
    public string? Describe(MemberInfo member) => _documentation.Describe(member);

    /// <summary>Whether values of the C# type are leaves: scalars or enums.</summary>
    public bool IsLeaf(Type type) => ScalarOf(type) is not null || (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    internal string? Describe(ParameterInfo parameter) => _documentation.Describe(parameter);

    internal ScalarType? ScalarOf(Type type) => _scalars.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);

    internal ClrShape ShapeOf(PropertyInfo property) => new(property.PropertyType, _nullability.Create(property));

    internal ClrShape ShapeOf(ParameterInfo parameter) => new(parameter.ParameterType, _nullability.Create(parameter));

    /// <summary>The output type of a shape; <paramref name="isId"/> makes its innermost type <c>ID</c>.</summary>
    internal GraphQLType Output(ClrShape shape, string origin, bool isId = false)
    {
        return shape.IsAsyncList(out var item) ? Nullability(new ListType(Wrap(item, Innermost)), shape.IsNullable) : Wrap(shape, Innermost);

        NamedType Innermost(Type type) => isId ? Use(SpecifiedScalars.Id) : NamedOutput(type, origin);
    }

    /// <summary>The input type of a shape; an <see cref="Optional{T}"/> is nullable, as it may be left out.</summary>
    internal GraphQLType Input(ClrShape shape, string origin, bool isId = false) =>
        shape.Is(typeof(Optional<>))
            ? Input(shape.Argument(0), origin, isId).Nullable
            : Wrap(shape, type => isId ? Use(SpecifiedScalars.Id) : NamedInput(type, origin));

    /// <summary>The named type of a C# type at an output position.</summary>
    internal NamedType NamedOutput(Type type, string origin)
    {
        if ((LeafType(type) ?? Foreign(type, origin)) is { } leaf)
        {
            return leaf;
        }

        if (!_outputs.TryGetValue(type, out var named))
        {
            named = Named(SchemaNames.OfOutput(type, NameOf), type, name => _outputFactory.Create(name, type, origin));
            _outputs.Add(type, named);
        }

        return named;
    }

    /// <summary>The named type of a C# type at an input position.</summary>
    internal NamedType NamedInput(Type type, string origin)
    {
        if ((LeafType(type) ?? Foreign(type, origin)) is { } leaf)
        {
            return leaf;
        }

        if (!_inputs.TryGetValue(type, out var named))
        {
            named = Named(SchemaNames.OfInput(type, NameOf), type, name => _inputFactory.Create(name, type, origin));
            _inputs.Add(type, named);
        }

        return named;
    }

    /// <summary>Registers a type that the builder makes itself.</summary>
    internal T Add<T>(T type)
        where T : NamedType
    {
        if (!_byName.TryAdd(type.Name, type))
        {
            Errors.Add(new SchemaError($"The name {type.Name} already belongs to {_byName[type.Name].Origin ?? "a scalar"}.", type.Origin));
        }

        return type;
    }

    /// <summary>The scalar, listed among the schema's types from now on.</summary>
    internal T Use<T>(T scalar)
        where T : ScalarType
    {
        if (_byName.TryAdd(scalar.Name, scalar) && AppliedTo(scalar, scalar.GetType()) is { Count: > 0 } applied)
        {
            scalar.AppliedDirectives = applied;
        }

        return scalar;
    }

    internal void Later(Action completion) => _unfinished.Enqueue(completion);

    /// <summary>Completes types until none is left unfinished.</summary>
    internal void Finish()
    {
        while (_unfinished.TryDequeue(out var completion))
        {
            completion();
        }
    }

    private static GraphQLType Nullability(GraphQLType type, bool nullable) => (nullable, type) switch
    {
        (true, _) => type.Nullable,
        (false, NonNullType) => type,
        _ => new NonNullType(type),
    };

    private static GraphQLType Wrap(ClrShape shape, Func<Type, NamedType> named)
    {
        GraphQLType type = shape.IsList(out var item) ? new ListType(Wrap(item, named)) : named(shape.Underlying);
        return Nullability(type, shape.IsNullable);
    }

    private NamedType? LeafType(Type type)
    {
        if (ScalarOf(type) is { } scalar)
        {
            return Use(scalar);
        }

        if (!type.IsEnum)
        {
            return null;
        }

        if (!_outputs.TryGetValue(type, out var named))
        {
            named = Named(SchemaNames.OfOutput(type, NameOf), type, name => EnumTypeFactory.Create(name, type, this));
            _outputs.Add(type, named);
        }

        return named;
    }

    /// <summary>Reports a type of the platform, whose members are nothing for a schema, and puts a scalar in its place; null for any other.</summary>
    private ScalarType<string>? Foreign(Type type, string origin)
    {
        if (type.Namespace is not { } space || (space != nameof(System) && !space.StartsWith("System.", StringComparison.Ordinal)))
        {
            return null;
        }

        Errors.Add(new SchemaError(
            new ClrShape(type, null).IsAsyncList(out _)
                ? "A list that comes piece by piece (IAsyncEnumerable<T>) is what a field answers; it can be neither an item of another list nor an input."
                : $"The C# type {type.Name} has no GraphQL type; add a scalar for it, or keep the member out with [GraphQLIgnore].",
            origin));
        return SpecifiedScalars.String;
    }

    /// <summary>What the class says, and for an object or interface type the resolver classes that give it fields.</summary>
    private IReadOnlyList<AppliedDirective> AppliedTo(NamedType named, Type type) => Directives.AppliedTo(
        DirectiveLocations.Of(named), type.Origin(), [type, .. named is FieldsType ? Resolvers.Extending(type).Last() : []]);

    private NamedType Named(string name, Type type, Func<string, NamedType> create)
    {
        var named = create(name);
        named.Origin = type.Origin();
        named.Description ??= Describe(type);
        named.AppliedDirectives = AppliedTo(named, type);
        named.Cost = type.GetCustomAttribute<CostAttribute>()?.Weight;
        return Add(named);
    }
}
