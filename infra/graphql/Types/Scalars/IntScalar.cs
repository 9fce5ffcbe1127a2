using System.Globalization;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>§3.5.1 Int: a signed 32-bit whole number. A JSON number such as <c>1.0</c> is whole and taken.</summary>
internal sealed class IntScalar() : ScalarType<int>("Int")
{
    public override int Parse(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            throw NotWhole(ValueText.Of(value));
        }

        return value.TryGetInt32(out var whole) ? whole : FromDouble(value.GetDouble());
    }

    public override int Parse(ValueNode literal)
    {
        if (literal is not IntValueNode number)
        {
            throw NotWhole(SyntaxPrinter.Print(literal));
        }

        return int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw OutOfRange(number.Value);
    }

    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    protected override int Accept(object value) => value switch
    {
        int whole => whole,
        bool boolean => boolean ? 1 : 0,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? FromDouble(number, text)
            : throw NotWhole(ValueText.Of(text)),
        long or short or sbyte or byte or ushort or uint or ulong or double or float or decimal =>
            FromDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => throw NotWhole(ValueText.Of(value)),
    };

    private static int FromDouble(double number, string? text = null) => number switch
    {
        _ when !double.IsFinite(number) || number != Math.Truncate(number) => throw NotWhole(Found(number, text)),
        < int.MinValue or > int.MaxValue => throw OutOfRange(Found(number, text)),
        _ => (int)number,
    };

    private static string Found(double number, string? text) => text is null ? ValueText.Of(number) : ValueText.Of(text);

    private static CoercionException NotWhole(string found) => new($"Int cannot represent non-integer value: {found}");

    private static CoercionException OutOfRange(string found) => new($"Int cannot represent non 32-bit signed integer value: {found}");
}
