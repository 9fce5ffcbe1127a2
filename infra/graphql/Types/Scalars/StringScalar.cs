using System.Globalization;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>§3.5.3 String: Unicode text.</summary>
internal sealed class StringScalar() : ScalarType<string>("String")
{
    public override string Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw NotText(ValueText.Of(value));

    public override string Parse(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw NotText(SyntaxPrinter.Print(literal));

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    protected override string Accept(object value) => value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        double number when double.IsFinite(number) => ValueText.Of(number),
        float number when float.IsFinite(number) => ValueText.Of((double)number),
        int or long or short or sbyte or byte or ushort or uint or ulong or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new CoercionException($"String cannot represent value: {ValueText.Of(value)}"),
    };

    private static CoercionException NotText(string found) => new($"String cannot represent a non string value: {found}");
}
