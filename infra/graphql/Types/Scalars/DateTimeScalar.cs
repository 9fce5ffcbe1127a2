using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>A point in time as RFC 3339 writes it, with its offset; answered in UTC, in microseconds at most.</summary>
internal sealed partial class DateTimeScalar() : TextScalar<DateTimeOffset>("DateTime")
{
    protected override string Expected => "a point in time such as \"2026-02-28T09:30:00Z\"";

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[32];
        value.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    protected override DateTimeOffset Accept(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Utc } time => new DateTimeOffset(time),
        _ => base.Accept(value),
    };

    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (!Rfc3339().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return false;
        }

        value = parsed.AddTicks(-(parsed.Ticks % TimeSpan.TicksPerMicrosecond));
        return true;
    }

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$(?<!\n)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc3339();
}
