using System.Globalization;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>§3.5.5 ID: answered as a string; taken as a string or a whole number.</summary>
internal sealed class IdScalar() : ScalarType<string>("ID")
{
    public override string Parse(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number => FromDouble(value.GetDouble()),
        _ => throw NotAnId(ValueText.Of(value)),
    };

    public override string Parse(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw new CoercionException($"ID cannot represent a non-string and non-integer value: {SyntaxPrinter.Print(literal)}"),
    };

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    protected override string Accept(object value) => value switch
    {
        string text => text,
        NodeId id => id.ToString(),
        double number => FromDouble(number),
        float number => FromDouble(number),
        Guid or int or long or short or sbyte or byte or ushort or uint or ulong => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw NotAnId(ValueText.Of(value)),
    };

    private static string FromDouble(double number) =>
        double.IsFinite(number) && number == Math.Truncate(number) ? ValueText.Of(number) : throw NotAnId(ValueText.Of(number));

    private static CoercionException NotAnId(string found) => new($"ID cannot represent value: {found}");
}
