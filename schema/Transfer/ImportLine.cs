using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace R2P.Schema.Transfer;

/// <summary>From a line of an export to the input of a mutation.</summary>
internal static class ImportLine
{
    /// <summary>What an export tells of a document that a new draft has anew.</summary>
    private static readonly string[] Kept =
    [
        "__typename", "id", "kind", "version", "status", "createdAt", "updatedAt", "publishedAt", "owner", "authors", "audience", "handling",
        "translations", "viewerCan", "factors", "confirmedOn", "office", "clientMutationId",
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>Whether an import passes over a member of this name.</summary>
    public static bool LeavesOut(string name) => Kept.Contains(name);

    /// <summary>How a type is read.</summary>
    public static JsonTypeInfo Describe(Type type) => Json.GetTypeInfo(type);

    /// <summary>The object that a line is.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static JsonObject Parse(string text) => ParseValue(text) as JsonObject ?? throw new JsonException("The line is no JSON object.");

    /// <summary>What some JSON says; each member once.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonNode? ParseValue(string text) => JsonNode.Parse(text, documentOptions: Once);

    /// <summary>What a line says, as the input of the mutation that begins a draft.</summary>
    /// <exception cref="JsonException">A member is unknown, missing or of another type.</exception>
    public static T ToInput<T>(JsonObject line)
    {
        foreach (var name in Kept)
        {
            line.Remove(name);
        }

        return Missing(line, Describe(typeof(T))) is { } missing
            ? throw new JsonException(message: null, path: $"$.{missing}", lineNumber: null, bytePositionInLine: null)
            : line.Deserialize<T>(Json)!;
    }

    /// <summary>A member without which there is no such input: the exception of the reader names it in its words only.</summary>
    private static string? Missing(JsonObject line, JsonTypeInfo input) => input.Properties
        .FirstOrDefault(member => member.AssociatedParameter is { HasDefaultValue: false } && !line.ContainsKey(member.Name))?.Name;

    /// <summary>The path of <c>$.ratings[0].factor</c>, as inputs have it.</summary>
    public static string[] PathOf(JsonException problem) =>
        (problem.Path ?? "$").Split(['$', '.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries);
}
