using System.Text.Json;

namespace R2P.GraphQL.Persisted;

/// <summary>The entry <c>extensions.persistedQuery</c> of automatic persisted queries: <c>{"version":1,"sha256Hash":"…"}</c>.</summary>
internal static class PersistedQueryExtension
{
    private const string Name = "persistedQuery";
    private const string VersionName = "version";
    private const string HashName = "sha256Hash";
    private const int Version = 1;

    /// <summary>Whether a request's extensions name a document, well or badly.</summary>
    public static bool IsIn(JsonElement? extensions) =>
        extensions is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(Name, out var entry) && entry.ValueKind != JsonValueKind.Null;

    /// <summary>The hash that a request's extensions carry, or null.</summary>
    /// <exception cref="Errors.GraphQLException">The entry is of another version, or has no hash.</exception>
    public static string? HashIn(JsonElement? extensions)
    {
        if (!IsIn(extensions))
        {
            return null;
        }

        var entry = extensions!.Value.GetProperty(Name);
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty(VersionName, out var version)
            || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var number)
            || number != Version)
        {
            throw PersistedErrors.UnsupportedVersion(Version);
        }

        return entry.TryGetProperty(HashName, out var hash)
            && hash.ValueKind == JsonValueKind.String
            && hash.GetString() is { } text
            && DocumentIdentifier.IsHash(text)
                ? text
                : throw PersistedErrors.NoHash();
    }
}
