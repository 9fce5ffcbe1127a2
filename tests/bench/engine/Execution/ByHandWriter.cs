using System.Text.Encodings.Web;
using System.Text.Json;

namespace R2P.Bench.Engine.Execution;

/// <summary>The same answers, by loops that were written for them: names encoded once, nothing checked, the buffer kept.</summary>
internal static class ByHandWriter
{
    public static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Objects = JsonEncodedText.Encode("objects");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Number = JsonEncodedText.Encode("number");
    private static readonly JsonEncodedText Open = JsonEncodedText.Encode("open");
    private static readonly JsonEncodedText ToneName = JsonEncodedText.Encode("tone");
    private static readonly JsonEncodedText Tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText Polished = JsonEncodedText.Encode("polished");
    private static readonly JsonEncodedText Weight = JsonEncodedText.Encode("weight");
    private static readonly JsonEncodedText Leaf = JsonEncodedText.Encode("leaf");
    private static readonly JsonEncodedText[] Tones =
        [JsonEncodedText.Encode("LIGHT"), JsonEncodedText.Encode("MID_TONE"), JsonEncodedText.Encode("DARK")];

    public static void WriteCells(Utf8JsonWriter json) => WriteRows(json, "cells", Grid.Cells, static (json, cell) =>
    {
        json.WriteString(Name, cell.Name);
        json.WriteNumber(Number, cell.Number);
        json.WriteBoolean(Open, cell.Open);
        json.WriteString(ToneName, Tones[(int)cell.Tone]);
    });

    public static void WriteLists(Utf8JsonWriter json) => WriteRows(json, "lists", Grid.Lists, static (json, tagged) =>
    {
        json.WriteStartArray(Tags);
        foreach (var tag in tagged.Tags)
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
    });

    public static void WriteThings(Utf8JsonWriter json) => WriteRows(json, "things", Grid.Things, static (json, thing) =>
    {
        json.WriteString(Name, thing.Name);
        json.WriteNumber(Number, thing.Number);
        if (thing is Stone stone)
        {
            json.WriteBoolean(Polished, stone.Polished);
            json.WriteNumber(Weight, stone.Weight);
        }
        else if (thing is Plant plant)
        {
            json.WriteString(ToneName, Tones[(int)plant.Tone]);
            json.WriteString(Leaf, plant.Leaf);
        }
    });

    private static void WriteRows<T>(Utf8JsonWriter json, string field, IReadOnlyList<Row<T>> rows, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartObject();
        json.WriteStartObject(Data);
        json.WriteStartArray(field);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteStartArray(Objects);
            foreach (var item in row.Objects)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }
}
