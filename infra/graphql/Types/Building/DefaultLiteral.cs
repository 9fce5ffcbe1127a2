using System.Buffers;
using System.Collections;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Building;

/// <summary>Writes a C# default value as a literal of its GraphQL type.</summary>
internal static class DefaultLiteral
{
    /// <summary>The literal, or null when the type can't express the value.</summary>
    public static ValueNode? Of(object? value, GraphQLType type) => (type.Nullable, value) switch
    {
        (_, null) => type.IsNonNull ? null : new NullValueNode(),
        (ListType list, IEnumerable items and not string) => OfList(items, list.OfType),
        (EnumType enumType, _) => OfEnum(value, enumType),
        (ScalarType scalar, _) => OfScalar(value, scalar),
        _ => null,
    };

    private static ListValueNode? OfList(IEnumerable items, GraphQLType itemType)
    {
        var literals = items.Cast<object?>().Select(item => Of(item, itemType)).ToArray();
        return literals.Contains(null) ? null : new ListValueNode(literals!);
    }

    private static EnumValueNode? OfEnum(object value, EnumType type)
    {
        var member = type.ClrType is { IsEnum: true } clrType && value is not Enum ? Enum.ToObject(clrType, value) : value;
        return type.Values.Values.FirstOrDefault(definition => definition.Value.Equals(member)) is { } found ? new EnumValueNode(found.Name) : null;
    }

    private static ValueNode? OfScalar(object value, ScalarType scalar)
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                scalar.WriteObject(writer, value);
            }

            var reader = new Utf8JsonReader(buffer.WrittenSpan);
            return OfJson(JsonElement.ParseValue(ref reader));
        }
        catch (CoercionException)
        {
            return null;
        }
    }

    private static ValueNode OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(json.GetString()!),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(json.GetBoolean()),
        JsonValueKind.Number when json.TryGetInt64(out _) => new IntValueNode(json.GetRawText()),
        JsonValueKind.Number => new FloatValueNode(json.GetRawText()),
        _ => new NullValueNode(),
    };
}
