using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Response;

/// <summary>§7.1.5 Writes errors as JSON.</summary>
public static class ErrorResponse
{
    private static readonly JsonEncodedText Errors = JsonEncodedText.Encode("errors");
    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText Locations = JsonEncodedText.Encode("locations");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Column = JsonEncodedText.Encode("column");
    private static readonly JsonEncodedText Path = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText Extensions = JsonEncodedText.Encode("extensions");
    private static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");

    /// <summary>For text that stands in a JSON document by itself, never inside HTML: nothing is escaped that JSON does not ask for.</summary>
    internal static JsonWriterOptions WriterOptions { get; } = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole response to a request that was not executed: <c>{"errors":[…]}</c>.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<GraphQLError> errors)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        writer.WriteStartObject();
        WriteErrors(writer, errors);
        writer.WriteEndObject();
    }

    /// <summary>The list alone, as the payload of an error message on a socket.</summary>
    public static void WriteList(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            WriteError(writer, error);
        }

        writer.WriteEndArray();
    }

    /// <summary>The entry <c>errors</c> of a response.</summary>
    internal static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WritePropertyName(Errors);
        WriteList(writer, errors);
    }

    private static void WriteError(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString(Message, error.Message);
        if (error.Locations.Count > 0)
        {
            WriteLocations(writer, error);
        }

        if (error.Path is not null)
        {
            WritePath(writer, error.Path);
        }

        writer.WriteStartObject(Extensions);
        writer.WriteString(Code, error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartArray(Locations);
        foreach (var (line, column) in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber(Line, line);
            writer.WriteNumber(Column, column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, IReadOnlyList<object> path) => WritePath(writer, Path, path);

    /// <summary>A path, or a part of one.</summary>
    internal static void WritePath(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<object> path)
    {
        writer.WriteStartArray(name);
        foreach (var key in path)
        {
            if (key is int index)
            {
                writer.WriteNumberValue(index);
            }
            else
            {
                writer.WriteStringValue((string)key);
            }
        }

        writer.WriteEndArray();
    }
}
