using System.Text.Json;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>The kinds of messages that a client may send.</summary>
internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>A message from the client; its payload is still JSON, in the buffer that it was read from.</summary>
internal readonly ref struct ClientMessage
{
    public required ClientMessageType Type { get; init; }

    /// <summary>Set, and not empty, for <see cref="ClientMessageType.Subscribe"/> and <see cref="ClientMessageType.Complete"/>.</summary>
    public required string? Id { get; init; }

    /// <summary>The payload's JSON; empty if there is none, or null.</summary>
    public required ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Reads one message; the order of its members does not matter.</summary>
    /// <exception cref="TransportException">The message is not one of the protocol's.</exception>
    public static ClientMessage Parse(ReadOnlySpan<byte> json, int maxDepth)
    {
        RequestJson.RefuseInvalidUtf8(json);
        try
        {
            return Read(json, maxDepth);
        }
        catch (JsonException exception)
        {
            throw TransportErrors.InvalidJson(exception);
        }
    }

    private static ClientMessage Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = RequestJson.ReaderOf(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw TransportErrors.InvalidMessage("a message is a JSON object");
        }

        string? type = null;
        string? id = null;
        var payload = ReadOnlySpan<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            RequestJson.RefuseUnpairedSurrogate(ref reader);
            if (reader.ValueTextEquals("type"u8))
            {
                type = ReadString(ref reader, "type");
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = ReadString(ref reader, "id");
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                reader.Read();
                var isNull = reader.TokenType == JsonTokenType.Null;
                var value = RequestJson.ReadValue(ref reader, json, maxDepth + 2);
                payload = isNull ? [] : value;
            }
            else
            {
                reader.Read();
                RequestJson.ReadValue(ref reader, json, maxDepth);
            }
        }

        reader.Read();
        return Check(type, id, payload);
    }

    private static string ReadString(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String
            ? RequestJson.ReadString(ref reader)
            : throw TransportErrors.InvalidMessage($"\"{name}\" must be a string");
    }

    private static ClientMessage Check(string? type, string? id, ReadOnlySpan<byte> payload)
    {
        var known = type switch
        {
            "connection_init" => ClientMessageType.ConnectionInit,
            "ping" => ClientMessageType.Ping,
            "pong" => ClientMessageType.Pong,
            "subscribe" => ClientMessageType.Subscribe,
            "complete" => ClientMessageType.Complete,
            null => throw TransportErrors.InvalidMessage("\"type\" is missing"),
            _ => throw TransportErrors.InvalidMessage($"type \"{type}\" is unknown"),
        };
        if (known is ClientMessageType.Subscribe or ClientMessageType.Complete && string.IsNullOrEmpty(id))
        {
            throw TransportErrors.InvalidMessage($"\"{type}\" needs an \"id\"");
        }

        if (known == ClientMessageType.Subscribe ? payload.IsEmpty : !payload.IsEmpty && payload[0] != (byte)'{')
        {
            throw TransportErrors.InvalidMessage($"the payload of \"{type}\" must be a JSON object");
        }

        return new ClientMessage { Type = known, Id = id, Payload = payload };
    }
}
