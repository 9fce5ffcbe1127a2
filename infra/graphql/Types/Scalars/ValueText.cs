using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>How a value that was refused is shown in the message: short, on one line, in the notation that JavaScript clients know.</summary>
internal static class ValueText
{
    private const int MaxItems = 10;
    private const int MaxNesting = 2;

    /// <summary>An answer is not to be a multiple of the question.</summary>
    private const int MaxLength = 1000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON value; long lists and deep objects are cut short.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.Length > MaxLength ? $"{text.ToString(0, MaxLength)}..." : text.ToString();
    }

    /// <summary>A value that a resolver returned.</summary>
    public static string Of(object value) => value switch
    {
        string text => Quote(text),
        bool boolean => boolean ? "true" : "false",
        double number => Of(number),
        float number => Of(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<object?> or IReadOnlyDictionary<string, object?> => Of(JsonSerializer.SerializeToElement(value)),
        _ => $"[{value.GetType().Name}]",
    };

    /// <summary>A number as JavaScript writes it: digits up to 1e21, then an exponent.</summary>
    public static string Of(double number)
    {
        var size = Math.Abs(number);
        if (number == 0)
        {
            return "0";
        }

        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = shortest.IndexOf('E', StringComparison.Ordinal);
        return (exponent, size) switch
        {
            ( < 0, _) => shortest,
            (_, >= 1e-6 and < 1e21) => decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            _ => $"{shortest[..exponent]}e{shortest[exponent + 1]}{shortest[(exponent + 2)..].TrimStart('0')}",
        };
    }

    /// <summary>A text as JSON, in which only what has to be is escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value is '"' or '\\' or < ' '
                ? JsonSerializer.Serialize(rune.ToString(), Readable)[1..^1]
                : rune.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, int nesting)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(Quote(value.GetString()!));
                break;
            case JsonValueKind.Number:
                text.Append(Of(value.GetDouble()));
                break;
            case JsonValueKind.Array:
                AppendList(text, value, nesting);
                break;
            case JsonValueKind.Object:
                AppendMap(text, value, nesting);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendList(StringBuilder text, JsonElement list, int nesting)
    {
        var count = list.GetArrayLength();
        if (count > 0 && nesting >= MaxNesting)
        {
            text.Append("[Array]");
            return;
        }

        text.Append('[');
        var index = 0;
        foreach (var item in list.EnumerateArray().Take(MaxItems))
        {
            text.Append(index++ == 0 ? "" : ", ");
            Append(text, item, nesting + 1);
        }

        var left = count - index;
        text.Append(left switch { 0 => "]", 1 => ", ... 1 more item]", _ => $", ... {left} more items]" });
    }

    private static void AppendMap(StringBuilder text, JsonElement map, int nesting)
    {
        var isEmpty = !map.EnumerateObject().Any();
        if (isEmpty || nesting >= MaxNesting)
        {
            text.Append(isEmpty ? "{}" : "[Object]");
            return;
        }

        var separator = "{ ";
        foreach (var property in map.EnumerateObject().TakeWhile(_ => text.Length <= MaxLength))
        {
            text.Append(separator).Append(property.Name).Append(": ");
            Append(text, property.Value, nesting + 1);
            separator = ", ";
        }

        text.Append(" }");
    }
}
