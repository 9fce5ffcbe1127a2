using System.Text.Json;

namespace R2P.GraphQL.Response;

/// <summary>A list of stored values.</summary>
internal sealed class StoredList(bool nonNull, StoredValue item) : StoredValue(nonNull)
{
    protected override void WriteGiven(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        Expect(JsonTokenType.StartArray, reader.TokenType);
        writer.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            item.Write(ref reader, json, writer);
        }

        writer.WriteEndArray();
    }
}
