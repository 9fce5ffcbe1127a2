using System.Globalization;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>§3.5.4 Boolean: true or false, nothing that merely looks like it.</summary>
internal sealed class BooleanScalar() : ScalarType<bool>("Boolean")
{
    public override bool Parse(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw NotBoolean(ValueText.Of(value)),
    };

    public override bool Parse(ValueNode literal) =>
        literal is BooleanValueNode boolean ? boolean.Value : throw NotBoolean(SyntaxPrinter.Print(literal));

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    protected override bool Accept(object value) => value switch
    {
        bool boolean => boolean,
        double number when !double.IsFinite(number) => throw NotBoolean(ValueText.Of(number)),
        double or float or int or long or short or sbyte or byte or ushort or uint or ulong or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0,
        _ => throw NotBoolean(ValueText.Of(value)),
    };

    private static CoercionException NotBoolean(string found) => new($"Boolean cannot represent a non boolean value: {found}");
}
