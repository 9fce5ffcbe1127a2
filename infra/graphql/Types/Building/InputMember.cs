using System.Reflection;
using System.Runtime.CompilerServices;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Building;

/// <summary>Something of a C# input: a constructor parameter or a settable property of an input class, or a parameter of a resolver method.</summary>
internal sealed record InputMember
{
    public required string Name { get; init; }

    public required ClrShape Shape { get; init; }

    public required string Origin { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public IDAttribute? Id { get; init; }

    /// <summary>The parameter and the property that stand for it in C#.</summary>
    public required IReadOnlyList<ICustomAttributeProvider> Sources { get; init; }

    public double? Cost { get; init; }

    /// <summary>The default as a literal of the schema.</summary>
    public object? Default { get; init; }

    public bool HasDefault { get; init; }

    /// <summary>The constructor parameter, whose C# default counts when nothing is given.</summary>
    public ParameterInfo? Parameter { get; init; }

    /// <summary>The property to set, when it isn't set by the constructor.</summary>
    public PropertyInfo? Property { get; init; }

    public static InputMember Of(ParameterInfo parameter, TypeRegistry types)
    {
        var property = parameter.Member is ConstructorInfo ? PropertyOf(parameter) : null;
        var given = parameter.GetCustomAttribute<DefaultValueAttribute>() ?? property?.GetCustomAttribute<DefaultValueAttribute>();
        return new InputMember
        {
            Name = property?.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? SchemaNames.OfParameter(parameter),
            Shape = types.ShapeOf(parameter),
            Origin = parameter.Origin(),
            Description = types.Describe(parameter) ?? (property is null ? null : types.Describe(property)),
            DeprecationReason = parameter.DeprecationReason() ?? property?.DeprecationReason(),
            Id = parameter.GetCustomAttribute<IDAttribute>() ?? property?.GetCustomAttribute<IDAttribute>(),
            Cost = (parameter.GetCustomAttribute<CostAttribute>() ?? property?.GetCustomAttribute<CostAttribute>())?.Weight,
            HasDefault = given is not null || (parameter.HasDefaultValue && parameter.DefaultValue is not null),
            Default = given is not null ? given.Value : parameter.HasDefaultValue ? parameter.DefaultValue : null,
            Parameter = parameter,
            Sources = property is null ? [parameter] : [parameter, property],
        };
    }

    public static InputMember Of(PropertyInfo property, object? sample, TypeRegistry types)
    {
        var given = property.GetCustomAttribute<DefaultValueAttribute>();
        var initial = sample is null || property.GetCustomAttribute<RequiredMemberAttribute>() is not null ? null : InitialValue(property, sample);
        return new InputMember
        {
            Name = SchemaNames.OfField(property),
            Shape = types.ShapeOf(property),
            Origin = property.Origin(),
            Description = types.Describe(property),
            DeprecationReason = property.DeprecationReason(),
            Id = property.Find<IDAttribute>(),
            Cost = property.Find<CostAttribute>()?.Weight,
            HasDefault = given is not null || initial is not null,
            Default = given is not null ? given.Value : initial,
            Property = property,
            Sources = [property],
        };
    }

    /// <summary>The argument or input field of the schema.</summary>
    public InputFieldDefinition Define(TypeRegistry types, DirectiveLocation location)
    {
        var type = types.Input(Shape, Origin, Id is not null);
        return new InputFieldDefinition(Name, type)
        {
            Description = Description ?? DescriptionOf(type),
            DeprecationReason = DeprecationReason,
            Cost = Cost,
            DefaultValue = HasDefault ? Literal(type, types) : null,
            AppliedDirectives = types.Directives.AppliedTo(location, Origin, Sources),
            Origin = Origin,
        };
    }

    /// <summary>An argument that is a whole input object means what the object means.</summary>
    private static string? DescriptionOf(GraphQLType type) => type.Nullable is InputObjectType input ? input.Description : null;

    private static PropertyInfo? PropertyOf(ParameterInfo parameter) => parameter.Member.DeclaringType!
        .GetProperties().FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the property's initializer sets; null when that is nothing but the default of its type.</summary>
    private static object? InitialValue(PropertyInfo property, object sample)
    {
        var value = property.GetValue(sample);
        var isPlain = property.PropertyType.IsValueType && Equals(value, RuntimeHelpers.GetUninitializedObject(property.PropertyType));
        return isPlain ? null : value;
    }

    private ValueNode? Literal(GraphQLType type, TypeRegistry types)
    {
        var literal = DefaultLiteral.Of(Default, type);
        if (literal is null)
        {
            types.Errors.Add(new SchemaError($"The default value of \"{Name}\" can't be written as {type}.", Origin));
        }

        return literal;
    }
}
