using System.Globalization;
using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>§3.5.2 Float: a finite double-precision number; whole numbers are taken too.</summary>
internal sealed class FloatScalar() : ScalarType<double>("Float")
{
    public override double Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? Finite(value.GetDouble()) : throw NotNumeric(ValueText.Of(value));

    public override double Parse(ValueNode literal) => literal switch
    {
        IntValueNode number => Finite(double.Parse(number.Value, CultureInfo.InvariantCulture)),
        FloatValueNode number => Finite(double.Parse(number.Value, CultureInfo.InvariantCulture)),
        _ => throw NotNumeric(SyntaxPrinter.Print(literal)),
    };

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(Finite(value));

    protected override double Accept(object value) => value switch
    {
        double number => number,
        bool boolean => boolean ? 1 : 0,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw NotNumeric(ValueText.Of(text)),
        float or int or long or short or sbyte or byte or ushort or uint or ulong or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw NotNumeric(ValueText.Of(value)),
    };

    private static double Finite(double number) => double.IsFinite(number) ? number : throw NotNumeric(ValueText.Of(number));

    private static CoercionException NotNumeric(string found) => new($"Float cannot represent non numeric value: {found}");
}
