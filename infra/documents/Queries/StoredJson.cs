using System.Text.Json;
using System.Text.Json.Serialization;

namespace R2P.Documents;

/// <summary>JSON as the tables hold it: camelCase members, enums in SCREAMING_SNAKE_CASE.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>What a text says.</summary>
    /// <exception cref="JsonException">The text is no such value.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8) => JsonSerializer.Deserialize<T>(utf8.Span, Options)!;

    /// <inheritdoc cref="Read{T}(ReadOnlyMemory{byte})"/>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>A value as the tables hold it.</summary>
    public static JsonElement Write<T>(T value) => JsonSerializer.SerializeToElement(value, Options);
}
