using R2P.GraphQL.Introspection;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Limits;

/// <summary>
/// IBM cost specification §7.1 and §7.2: the weights of a schema's parts, defaults included. An abstract type weighs what the heaviest of its object
/// types does, and so do its fields.
/// </summary>
internal sealed class CostWeights(GraphQLSchema schema)
{
    /// <summary>The schema stands ready in memory.</summary>
    private const double IntrospectionWeight = 0.5;

    private readonly Dictionary<NamedType, double> _types = [];
    private readonly Dictionary<(CompositeType, string), double> _fields = [];

    /// <summary>What one object or value of the type adds to the type cost.</summary>
    public double OfType(NamedType type)
    {
        if (!_types.TryGetValue(type, out var weight))
        {
            weight = type is InterfaceType or UnionType
                ? schema.PossibleTypes((CompositeType)type).Select(OfType).DefaultIfEmpty(1).Max()
                : Math.Max(0, type.Cost ?? Default(type));
            _types.Add(type, weight);
        }

        return weight;
    }

    /// <summary>What one call of the field's resolver adds to the field cost, its arguments and directives aside.</summary>
    public double OfField(CompositeType parent, FieldDefinition field)
    {
        if (parent is not InterfaceType)
        {
            return field.Cost ?? Default(field.Type.Named);
        }

        if (!_fields.TryGetValue((parent, field.Name), out var weight))
        {
            weight = schema.PossibleTypes(parent)
                .Select(type => type.Fields.GetValueOrDefault(field.Name))
                .OfType<FieldDefinition>()
                .Select(implementation => implementation.Cost ?? Default(implementation.Type.Named))
                .DefaultIfEmpty(Default(field.Type.Named))
                .Max();
            _fields.Add((parent, field.Name), weight);
        }

        return weight;
    }

    /// <summary>How long a list of the field is; an interface's field that does not say it is as long as its object types' fields.</summary>
    public IReadOnlyList<ListSize> SizesOf(CompositeType parent, FieldDefinition field) => field.ListSize is { } size
        ? [size]
        : parent is InterfaceType
            ? [.. schema.PossibleTypes(parent).Select(type => type.Fields.GetValueOrDefault(field.Name)?.ListSize).OfType<ListSize>().Distinct()]
            : [];

    /// <summary>What the use of an argument or input field adds to the field cost, what is given below it aside.</summary>
    public static double OfInput(InputFieldDefinition input) => input.Cost ?? Default(input.Type.Named);

    public static bool IsIntrospection(NamedType type) => IntrospectionTypes.All.Contains(type);

    private static double Default(NamedType type) =>
        type is ScalarType or EnumType ? 0 : IsIntrospection(type) ? IntrospectionWeight : 1;
}
