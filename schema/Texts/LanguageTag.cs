namespace R2P.Schema.Texts;

/// <summary>Language tags (BCP 47), as RFC 4647 looks them up (§3.4).</summary>
internal static class LanguageTag
{
    /// <summary>The tag, and the wider ones that content may be in: each without the last subtag of the one before.</summary>
    public static IEnumerable<string> Wider(string tag)
    {
        for (; tag.Length > 0; tag = Shorter(tag))
        {
            yield return tag;
        }
    }

    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tag without its last subtag, and without a single letter that then stands at the end: it only leads in what follows it.</summary>
    private static string Shorter(string tag)
    {
        var cut = tag.LastIndexOf('-');
        if (cut <= 0)
        {
            return "";
        }

        return cut >= 2 && tag[cut - 2] == '-' ? tag[..(cut - 2)] : tag[..cut];
    }
}
