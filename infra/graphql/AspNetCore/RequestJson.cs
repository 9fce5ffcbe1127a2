using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace R2P.GraphQL.AspNetCore;

/// <summary>
/// GraphQL over HTTP, "JSON Encoding": reads the parameters out of a JSON object. What it returns owns its memory, so the buffer
/// that it read from may be given back. A string that .NET could not hold (an unpaired surrogate) is refused here, where it can be said.
/// </summary>
internal static class RequestJson
{
    /// <summary>Parses a whole request object.</summary>
    /// <exception cref="TransportException">The JSON is broken, too deep, or no request.</exception>
    public static RequestParameters Parse(ReadOnlySpan<byte> json, int maxDepth)
    {
        RefuseInvalidUtf8(json);
        try
        {
            return ReadRequest(json, maxDepth);
        }
        catch (JsonException exception)
        {
            throw TransportErrors.InvalidJson(exception);
        }
    }

    /// <summary>Parses a JSON object or null that stands by itself: a parameter of a GET, the payload of <c>connection_init</c>.</summary>
    /// <exception cref="TransportException">The JSON is broken, too deep, or neither an object nor null.</exception>
    public static JsonElement? ParseMap(ReadOnlySpan<byte> json, string name, int maxDepth)
    {
        RefuseInvalidUtf8(json);
        try
        {
            var reader = ReaderOf(json);
            reader.Read();
            var map = ReadMap(ref reader, json, name, maxDepth);
            reader.Read();
            return map;
        }
        catch (JsonException exception)
        {
            throw TransportErrors.InvalidJson(exception);
        }
    }

    /// <summary>A reader that leaves the limit on depth to <see cref="ReadValue"/>, which can name it.</summary>
    public static Utf8JsonReader ReaderOf(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });

    /// <summary>Refuses bytes that are no UTF-8, so that no string read later can fail on them.</summary>
    public static void RefuseInvalidUtf8(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw TransportErrors.InvalidUtf8();
        }
    }

    /// <summary>Moves to the end of the value at which the reader stands, and returns its bytes.</summary>
    public static ReadOnlySpan<byte> ReadValue(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int maxDepth)
    {
        var (start, depth) = ((int)reader.TokenStartIndex, reader.CurrentDepth);
        CheckToken(ref reader, depth, maxDepth);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                CheckToken(ref reader, depth, maxDepth);
            }
        }

        return json[start..(int)reader.BytesConsumed];
    }

    /// <summary>The text of a string token.</summary>
    public static string ReadString(ref Utf8JsonReader reader)
    {
        RefuseUnpairedSurrogate(ref reader);
        return reader.GetString()!;
    }

    private static RequestParameters ReadRequest(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = ReaderOf(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var isBatch = reader.TokenType == JsonTokenType.StartArray;
            ReadValue(ref reader, json, maxDepth);
            throw isBatch ? TransportErrors.BatchNotSupported() : TransportErrors.NotAnObject();
        }

        ReadOnlyMemory<byte>? query = null;
        string? documentId = null;
        string? operationName = null;
        JsonElement? variables = null;
        JsonElement? extensions = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            RefuseUnpairedSurrogate(ref reader);
            var name = KnownName(ref reader);
            reader.Read();
            switch (name)
            {
                case "query":
                    query = ReadQuery(ref reader);
                    break;
                case "documentId":
                    documentId = ReadOptionalString(ref reader, name);
                    break;
                case "operationName":
                    operationName = ReadOptionalString(ref reader, name);
                    break;
                case "variables":
                    variables = ReadMap(ref reader, json, name, maxDepth);
                    break;
                case "extensions":
                    extensions = ReadMap(ref reader, json, name, maxDepth);
                    break;
                default:
                    ReadValue(ref reader, json, maxDepth);
                    break;
            }
        }

        reader.Read();
        return RequestParameters.Of(query, documentId, operationName, variables, extensions);
    }

    private static string? KnownName(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? "query"
        : reader.ValueTextEquals("variables"u8) ? "variables"
        : reader.ValueTextEquals("operationName"u8) ? "operationName"
        : reader.ValueTextEquals("extensions"u8) ? "extensions"
        : reader.ValueTextEquals("documentId"u8) ? "documentId"
        : null;

    /// <summary>The document stays UTF-8 from the wire to the lexer; the plan cache may keep it, so it is no pooled memory.</summary>
    private static ReadOnlyMemory<byte>? ReadQuery(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => default(ReadOnlyMemory<byte>?),
        JsonTokenType.String => reader.ValueIsEscaped ? Unescape(ref reader) : reader.ValueSpan.ToArray(),
        _ => throw TransportErrors.WrongParameter("query", "a string"),
    };

    private static string? ReadOptionalString(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => ReadString(ref reader),
        _ => throw TransportErrors.WrongParameter(name, "a string or null"),
    };

    private static JsonElement? ReadMap(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string name, int maxDepth)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw TransportErrors.WrongParameter(name, "a JSON object or null");
        }

        var value = ReadValue(ref reader, json, maxDepth);
        return JsonElement.Parse(value, new JsonDocumentOptions { MaxDepth = maxDepth });
    }

    private static void CheckToken(ref Utf8JsonReader reader, int outerDepth, int maxDepth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth - outerDepth >= maxDepth:
                throw TransportErrors.TooDeep(maxDepth);
            case JsonTokenType.String or JsonTokenType.PropertyName:
                RefuseUnpairedSurrogate(ref reader);
                break;
        }
    }

    /// <summary>Refuses a string or a name that .NET could not hold; comparing it would fail too.</summary>
    public static void RefuseUnpairedSurrogate(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped && reader.ValueSpan.IndexOf("\\u"u8) >= 0)
        {
            Unescape(ref reader);
        }
    }

    private static byte[] Unescape(ref Utf8JsonReader reader)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return buffer.AsSpan(0, reader.CopyString(buffer)).ToArray();
        }
        catch (InvalidOperationException)
        {
            throw TransportErrors.UnpairedSurrogate();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
