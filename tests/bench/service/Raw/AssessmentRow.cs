using System.Buffers.Text;
using System.Text.Json;
using Npgsql;

namespace R2P.Bench.Service.Raw;

/// <summary>An assessment as it comes from the database: texts as UTF-8, the ratings as JSON that is picked apart while it is written.</summary>
internal readonly record struct AssessmentRow(Guid Id, byte[] Title, byte[]? Country, byte[] Ratings)
{
    public static AssessmentRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetFieldValue<byte[]>(1),
        reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2),
        reader.GetFieldValue<byte[]>(3));

    /// <summary>Writes everything but the comments, which follow.</summary>
    public void WriteBegin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteId(json);
        json.WriteString(Names.Title, Title);
        if (Country is null)
        {
            json.WriteNull(Names.Country);
        }
        else
        {
            json.WriteString(Names.Country, Country);
        }

        WriteRatings(json);
        json.WriteStartObject(Names.Comments);
        json.WriteStartArray(Names.Nodes);
    }

    public static void WriteEnd(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteId(Utf8JsonWriter json)
    {
        const int GuidLength = 32;
        var prefix = "Assessment:"u8;
        Span<byte> text = stackalloc byte[prefix.Length + GuidLength];
        prefix.CopyTo(text);
        Id.TryFormat(text[prefix.Length..], out _, "N");
        Span<byte> encoded = stackalloc byte[Base64Url.GetEncodedLength(text.Length)];
        json.WriteString(Names.Id, encoded[..Base64Url.EncodeToUtf8(text, encoded)]);
    }

    private void WriteRatings(Utf8JsonWriter json)
    {
        var reader = new Utf8JsonReader(Ratings);
        reader.Read();
        json.WriteStartArray(Names.Ratings);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            WriteRating(json, ref reader);
        }

        json.WriteEndArray();
    }

    private void WriteRating(Utf8JsonWriter json, ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> factor = default, finding = default, trend = default, confidence = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("factor"u8))
            {
                factor = Value(ref reader);
            }
            else if (reader.ValueTextEquals("finding"u8))
            {
                finding = Value(ref reader);
            }
            else if (reader.ValueTextEquals("trend"u8))
            {
                trend = Value(ref reader);
            }
            else if (reader.ValueTextEquals("confidence"u8))
            {
                confidence = Value(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        json.WriteStartObject();
        WriteRaw(json, Names.Factor, factor);
        WriteRaw(json, Names.Finding, finding);
        WriteRaw(json, Names.Trend, trend);
        WriteRaw(json, Names.Confidence, confidence);
        json.WriteEndObject();
    }

    private ReadOnlySpan<byte> Value(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        return Ratings.AsSpan((int)reader.TokenStartIndex..(int)reader.BytesConsumed);
    }

    private static void WriteRaw(Utf8JsonWriter json, JsonEncodedText name, ReadOnlySpan<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}
