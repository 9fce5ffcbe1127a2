using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace R2P.Bench.Subscriptions.Hand;

/// <summary>The <c>next</c> message of one event, and who may read it.</summary>
internal sealed record HandMessage(ReadOnlyMemory<byte> Utf8Json, string[] EventReaders, string[] DocumentReaders)
{
    /// <summary>As long as the service's cursor, which is encrypted.</summary>
    private const string CursorFormat = "D48";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static HandMessage Read(NpgsqlDataReader row)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, "1"u8);
            writer.WriteString("type"u8, "next"u8);
            writer.WriteStartObject("payload"u8);
            writer.WriteStartObject("data"u8);
            writer.WriteStartObject("changes"u8);
            WriteChange(writer, row);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new HandMessage(json.WrittenMemory, row.GetFieldValue<string[]>(5), row.GetFieldValue<string[]>(16));
    }

    private static void WriteChange(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        writer.WriteString("id"u8, GlobalId("Change", row.GetGuid(1)));
        writer.WriteString("cursor"u8, row.GetInt64(0).ToString(CursorFormat, CultureInfo.InvariantCulture));
        writer.WriteString("type"u8, row.GetString(2));
        writer.WriteNumber("version"u8, row.GetInt32(3));
        writer.WriteString("at"u8, row.GetDateTime(4));
        writer.WriteStartObject("by"u8);
        writer.WriteString("name"u8, row.GetString(6));
        writer.WriteEndObject();
        writer.WriteStartObject("document"u8);
        WriteDocument(writer, row);
        writer.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        writer.WriteString("id"u8, GlobalId("Assessment", row.GetGuid(7)));
        writer.WriteString("kind"u8, "ASSESSMENT"u8);
        writer.WriteString("title"u8, row.GetString(8));
        writer.WriteString("summary"u8, row.GetString(9));
        writer.WriteString("status"u8, row.GetString(10));
        writer.WriteNumber("version"u8, row.GetInt32(11));
        writer.WriteString("updatedAt"u8, row.GetDateTime(12));
        writer.WriteStartArray("tags"u8);
        foreach (var tag in row.GetFieldValue<string[]>(13))
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
        writer.WriteString("country"u8, row.GetString(14));
        writer.WriteString("framework"u8, row.GetString(15));
    }

    private static string GlobalId(string type, Guid id) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{type}:{id:N}"));
}
