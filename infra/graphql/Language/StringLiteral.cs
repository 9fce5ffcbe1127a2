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
        return string.Join('\n', Dedent(SplitLines(raw)).AsSpan());
    }

    /// <summary>The lines of a text, whichever of the three line terminators ends them (§2.1.3).</summary>
    public static string[] SplitLines(string text) => text.Split(LineTerminators, StringSplitOptions.None);

    private static readonly string[] LineTerminators = ["\r\n", "\n", "\r"];

    private static ArraySegment<string> Dedent(string[] lines)
    {
        var (commonIndent, first, last) = (int.MaxValue, -1, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = IndentOf(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            commonIndent = i == 0 ? commonIndent : Math.Min(commonIndent, indent);
        }

        for (var i = 1; i < lines.Length; i++)
        {
            lines[i] = lines[i][Math.Min(commonIndent, lines[i].Length)..];
        }

        return first < 0 ? [] : new ArraySegment<string>(lines, first, last - first + 1);
    }

    private static int IndentOf(string line)
    {
        var indent = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return indent < 0 ? line.Length : indent;
    }
}
