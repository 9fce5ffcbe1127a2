using System.Text;

namespace R2P.GraphQL.Language;

/// <summary>§2.9.4 The value of a string token that the lexer has accepted.</summary>
internal static class StringLiteral
{
    /// <summary>§2.9.4 Static Semantics of a quoted string; <paramref name="content"/> is what stands between the quotes.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        var escape = content.IndexOf((byte)'\\');
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(content);
        }

        var value = new StringBuilder(content.Length);
        while (escape >= 0)
        {
            value.Append(Encoding.UTF8.GetString(content[..escape]));
            StringEscape.TryRead(content[escape..], out var rune, out var size);
            value.Append(rune.ToString());
            content = content[(escape + size)..];
            escape = content.IndexOf((byte)'\\');
        }

        return value.Append(Encoding.UTF8.GetString(content)).ToString();
    }

    /// <summary>§2.9.4 BlockStringValue; <paramref name="content"/> is what stands between the triple quotes.</summary>
    public static string DecodeBlock(ReadOnlySpan<byte> content)
    {
        var raw = Encoding.UTF8.GetString(content).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        var block = Measure(raw);
        var value = new StringBuilder(raw.Length);
        var number = 0;
        foreach (var line in new Lines(raw))
        {
            if (number >= block.First && number <= block.Last)
            {
                value.Append(number == block.First ? "" : "\n").Append(number == 0 ? line : line[Math.Min(block.Indent, line.Length)..]);
            }

            number++;
        }

        return value.ToString();
    }

    /// <summary>The first and last line that hold more than white space, and the indent that all lines but the first have in common.</summary>
    private static (int Indent, int First, int Last) Measure(string text)
    {
        var (common, first, last, number) = (int.MaxValue, int.MaxValue, -1, 0);
        foreach (var line in new Lines(text))
        {
            var indent = line.IndexOfAnyExcept(' ', '\t');
            if (indent >= 0)
            {
                common = number == 0 ? common : Math.Min(common, indent);
                first = Math.Min(first, number);
                last = number;
            }

            number++;
        }

        return (common, first, last);
    }
}
