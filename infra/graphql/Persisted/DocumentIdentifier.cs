using System.Buffers;
using System.Security.Cryptography;

namespace R2P.GraphQL.Persisted;

/// <summary>GraphQL over HTTP, "Persisted Documents", "Identifying a Document".</summary>
internal static class DocumentIdentifier
{
    /// <summary>The prefix of an identifier whose payload is the SHA-256 of the document's text.</summary>
    public const string HashPrefix = "sha256:";

    private const int HashLength = 64;

    /// <summary>The specification knows no bound; this one keeps refusals and logs short.</summary>
    private const int MaxLength = 256;

    private static readonly SearchValues<char> UnreservedOrColon =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:");

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>"Document identifier syntax": unreserved characters of RFC 3986, and colons between a prefix and its payload.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAnyExcept(UnreservedOrColon) && id[0] != ':' && id.IndexOf(':') != id.Length - 1;

    /// <summary>Whether a text is the lower-case hexadecimal form of a SHA-256.</summary>
    public static bool IsHash(ReadOnlySpan<char> text) => text.Length == HashLength && !text.ContainsAnyExcept(LowerHex);

    /// <summary>The hash that an identifier of the form <c>sha256:…</c> carries; null for any other.</summary>
    public static string? HashIn(string id) =>
        id.StartsWith(HashPrefix, StringComparison.Ordinal) && IsHash(id.AsSpan(HashPrefix.Length)) ? id[HashPrefix.Length..] : null;

    /// <summary>"SHA256 Hex Document Identifier", without its prefix.</summary>
    public static string HashOf(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
