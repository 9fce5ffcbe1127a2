using System.Text;

namespace R2P.GraphQL.Language;

/// <summary>§2.9.4 Printing of strings, quoted and in triple quotes.</summary>
internal static class BlockString
{
    private const int MaxSingleLine = 70;

    private static readonly string[] LineTerminators = ["\r\n", "\n", "\r"];

    /// <summary>Whether the text, printed as a block string, would be parsed to the same text again.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        if (value.AsSpan().ContainsAnyInRange('\0', '\b') || value.AsSpan().ContainsAny("\v\f\r\u000E\u000F"))
        {
            return false;
        }

        var lines = value.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1]))
        {
            return false;
        }

        var isIndentedThroughout = lines.Where(line => !IsBlank(line)).All(line => line[0] is ' ' or '\t');
        return lines.Length == 1 || !isIndentedThroughout;
    }

    /// <summary>The text between triple quotes, on lines of its own where it is long or where it must be.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split(LineTerminators, StringSplitOptions.None);
        var isSingleLine = lines.Length == 1;
        var needsLeadingLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsWithTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var needsTrailingLine = (value.EndsWith('"') && !endsWithTripleQuote) || value.EndsWith('\\');
        var hasOwnLines = !isSingleLine || value.Length > MaxSingleLine || needsTrailingLine || endsWithTripleQuote;
        var startsWithSpace = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);

        var text = new StringBuilder("\"\"\"");
        if ((hasOwnLines && !startsWithSpace) || needsLeadingLine)
        {
            text.Append('\n');
        }

        text.Append(escaped);
        if (hasOwnLines)
        {
            text.Append('\n');
        }

        return text.Append("\"\"\"").ToString();
    }

    /// <summary>The text in quotes, control characters escaped.</summary>
    public static string PrintQuoted(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(character) => text.Append("\\u").Append(((int)character).ToString("X4")),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }

    private static bool IsBlank(string line) => line.All(IsWhiteSpace);

    private static bool IsWhiteSpace(char character) => character is ' ' or '\t';
}
