using System.Text.Json;

namespace R2P.Schema.Sharing;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The reference tokens of a pointer, unescaped (§3, §4); null if the text is no pointer.</summary>
    public static string[]? Parse(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        if (text[0] != '/')
        {
            return null;
        }

        var tokens = text[1..].Split('/');
        return Array.TrueForAll(tokens, IsEscapedRight) ? Array.ConvertAll(tokens, Unescape) : null;
    }

    /// <summary>The pointer of reference tokens.</summary>
    public static string Format(IEnumerable<string> tokens) => string.Concat(tokens.Select(token => $"/{Escape(token)}"));

    /// <summary>One step down (§4): a member by its name, an element by its index; null if there is none.</summary>
    public static JsonElement? Step(JsonElement from, string token) => from.ValueKind switch
    {
        JsonValueKind.Object => from.TryGetProperty(token, out var member) ? member : null,
        JsonValueKind.Array => IndexOf(token) is { } index && index < from.GetArrayLength() ? from[index] : null,
        _ => null,
    };

    /// <summary>An index without leading zeros; null for anything else, <c>-</c> included.</summary>
    private static int? IndexOf(string token) =>
        token.Length is > 0 and < 10 && token.All(char.IsAsciiDigit) && (token[0] != '0' || token.Length == 1)
            ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static bool IsEscapedRight(string token)
    {
        for (var i = token.IndexOf('~', StringComparison.Ordinal); i >= 0; i = token.IndexOf('~', i + 1))
        {
            if (i + 1 == token.Length || token[i + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static string Escape(string token) =>
        token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
