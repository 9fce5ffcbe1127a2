namespace R2P.Schema.Texts;

/// <summary>Which links a text may hold, and which addresses may stand beside it.</summary>
internal static class SafeUrl
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:"];

    /// <summary>
    /// Whether a browser follows it as what it says: one of the schemes, absolute, and without the characters that browsers skip or turn into others.
    /// </summary>
    public static bool IsSafe(string url) =>
        Array.Exists(Schemes, scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\')
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && (parsed.Scheme == Uri.UriSchemeMailto || parsed.Host.Length > 0);

    /// <summary>Whether it is such a link, and leads to a page.</summary>
    public static bool IsPage(string url) => IsSafe(url) && !url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
