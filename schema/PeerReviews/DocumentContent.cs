using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

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

    public static JsonElement Of(ISharedDocument document) => JsonSerializer.SerializeToElement(document, document.GetType(), Json);

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
