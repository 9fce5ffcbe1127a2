using System.Globalization;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>
/// §3.5.5 A custom scalar of which only the name is known: every value is taken and answered as it is. Lists are <c>object?[]</c>, maps are
/// <see cref="IReadOnlyDictionary{TKey,TValue}"/>.
/// </summary>
internal sealed class SdlScalar(string name) : ScalarType<object>(name)
{
    public override object Parse(JsonElement value) => FromJson(value)!;

    public override object Parse(ValueNode literal) => FromLiteral(literal)!;

    public override void Write(Utf8JsonWriter writer, object value) => JsonSerializer.Serialize(writer, value);

    private static object? FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(FromJson).ToArray(),
        JsonValueKind.Object => MapOf(
            value.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, FromJson(property.Value)))),
        _ => null,
    };

    private static object? FromLiteral(ValueNode literal) => literal switch
    {
        IntValueNode number => int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (object)whole
            : double.Parse(number.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        StringValueNode text => text.Value,
        BooleanValueNode boolean => boolean.Value,
        EnumValueNode word => word.Value,
        ListValueNode list => list.Values.Select(FromLiteral).ToArray(),
        ObjectValueNode map => MapOf(map.Fields.Select(field => KeyValuePair.Create(field.Name.Value, FromLiteral(field.Value)))),
        _ => null,
    };

    /// <summary>Of two entries with one name the last counts.</summary>
    private static OrderedDictionary<string, object?> MapOf(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var map = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map;
    }
}
