using System.Globalization;
using System.Text.Json;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>A day of the calendar, as RFC 3339 writes a full date.</summary>
internal sealed class DateScalar() : TextScalar<DateOnly>("Date")
{
    protected override string Expected => "a date such as \"2026-02-28\"";

    public override void Write(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
