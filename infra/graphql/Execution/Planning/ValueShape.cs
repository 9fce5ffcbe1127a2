using System.Text.Json;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>How values of one type are completed (§6.4.3): a leaf, a list, or an object with a selection.</summary>
internal abstract class ValueShape(GraphQLType type)
{
    /// <summary>Whether null is refused.</summary>
    public bool NonNull { get; } = type.IsNonNull;

    /// <summary>The shape of a type's values.</summary>
    /// <param name="selection">What is selected of the objects; null for leaves.</param>
    public static ValueShape For(GraphQLType type, SelectionPlan? selection) => type.Nullable switch
    {
        ListType list => new ListShape(type, For(list.OfType, selection)),
        ScalarType scalar => new ScalarShape(type, scalar),
        EnumType enumType => new EnumShape(type, enumType),
        var composite => new CompositeShape(type, (CompositeType)composite, selection!),
    };
}

internal sealed class ListShape(GraphQLType type, ValueShape item) : ValueShape(type)
{
    public ValueShape Item { get; } = item;
}

internal sealed class CompositeShape(GraphQLType type, CompositeType composite, SelectionPlan selection) : ValueShape(type)
{
    public CompositeType Type { get; } = composite;

    public SelectionPlan Selection { get; } = selection;
}

/// <summary>A scalar or an enum: writes itself (§6.4.3 CoerceResult).</summary>
internal abstract class LeafShape(GraphQLType type) : ValueShape(type)
{
    public abstract void Write(Utf8JsonWriter writer, object value);
}

internal sealed class ScalarShape(GraphQLType type, ScalarType scalar) : LeafShape(type)
{
    public ScalarType Scalar => scalar;

    public override void Write(Utf8JsonWriter writer, object value) => scalar.WriteObject(writer, value);
}

internal sealed class EnumShape(GraphQLType type, EnumType enumType) : LeafShape(type)
{
    public EnumType Type => enumType;

    private readonly Dictionary<object, JsonEncodedText> _names =
        enumType.Values.Values.ToDictionary(value => value.Value, value => JsonEncodedText.Encode(value.Name));

    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            throw new CoercionException($"Enum \"{enumType.Name}\" cannot represent value: {Types.Scalars.ValueText.Of(value)}");
        }

        writer.WriteStringValue(name);
    }
}
