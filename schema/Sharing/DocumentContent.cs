using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>
/// A document's content as JSON, as the API shows it: what its authors wrote, without what the service keeps about it. Anchors point into it.
/// </summary>
internal static class DocumentContent
{
    private static readonly HashSet<string> Kept = new(
        [
            nameof(SharedDocument.Id), nameof(SharedDocument.Kind), nameof(SharedDocument.Status), nameof(SharedDocument.Version),
            nameof(SharedDocument.Audience), nameof(SharedDocument.Handling), nameof(SharedDocument.CreatedAt),
            nameof(SharedDocument.UpdatedAt), nameof(SharedDocument.PublishedAt), nameof(SharedDocument.ExpiresAt),
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotShown } },
    };

    /// <summary>By these a list's elements are known, whatever their places: a rating by its factor.</summary>
    private static readonly string[] Keys = ["factor", "indicator", "inhibitor", "trigger"];

    public static JsonElement Of(ISharedDocument document) => JsonSerializer.SerializeToElement(document, document.GetType(), Json);

    /// <summary>The code that an element of a list is about; null if it is about none.</summary>
    public static string? KeyOf(JsonElement element) => element.ValueKind != JsonValueKind.Object
        ? null
        : Keys.Where(key => element.TryGetProperty(key, out _)).Select(key => $"{key}={element.GetProperty(key)}").FirstOrDefault();

    /// <inheritdoc cref="KeyOf(JsonElement)"/>
    public static string? KeyOf(JsonNode? element) => element is not JsonObject members
        ? null
        : Keys.Where(members.ContainsKey).Select(key => $"{key}={members[key]}").FirstOrDefault();

    private static void LeaveOutWhatIsNotShown(JsonTypeInfo type)
    {
        var isDocument = type.Type.IsAssignableTo(typeof(ISharedDocument));
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.AttributeProvider?.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: true) == true
                || (isDocument && Kept.Contains(property.Name)))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
