using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

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
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The object that a line is.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("The line is no JSON object.");
        }
        catch (ArgumentException twice)
        {
            throw new JsonException(twice.Message, twice);
        }
    }

    /// <summary>What a line says, as the input of the mutation that begins a draft.</summary>
    /// <exception cref="JsonException">A member is unknown, missing or of another type.</exception>
    public static T ToInput<T>(JsonObject line)
    {
        foreach (var name in Kept)
        {
            line.Remove(name);
        }

        return line.Deserialize<T>(Json)!;
    }

    /// <summary>The path of <c>$.ratings[0].factor</c>, as inputs have it.</summary>
    public static string[] PathOf(JsonException problem) =>
        (problem.Path ?? "$").Split(['$', '.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries);
}
