using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>A message to the client, in pooled memory. Dispose it when it is sent.</summary>
internal readonly struct ServerMessage : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    private ServerMessage(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public static ReadOnlyMemory<byte> ConnectionAck { get; } = """{"type":"connection_ack"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Pong { get; } = """{"type":"pong"}"""u8.ToArray();

    public ReadOnlyMemory<byte> Utf8Json => _buffer.AsMemory(0, _length);

    /// <summary>What stands before the response in each <c>next</c> message of an operation.</summary>
    public static byte[] NextPrefix(string id) => [.. """{"id":"""u8, .. Quote(id), .. ""","type":"next","payload":"""u8];

    /// <summary>A <c>next</c> message around a response that is already JSON.</summary>
    public static ServerMessage Next(ReadOnlySpan<byte> prefix, in ReadOnlySequence<byte> response)
    {
        var length = prefix.Length + checked((int)response.Length) + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        prefix.CopyTo(buffer);
        response.CopyTo(buffer.AsSpan(prefix.Length));
        buffer[length - 1] = (byte)'}';
        return new ServerMessage(buffer, length);
    }

    /// <summary>A <c>pong</c> that gives the payload of its <c>ping</c> back.</summary>
    public static byte[] PongWith(ReadOnlySpan<byte> payload) => [.. """{"type":"pong","payload":"""u8, .. payload, (byte)'}'];

    public static byte[] Complete(string id) => [.. """{"id":"""u8, .. Quote(id), .. ""","type":"complete"}"""u8];

    public static ReadOnlyMemory<byte> Error(string id, IReadOnlyList<GraphQLError> errors)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, ErrorResponse.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "error"u8);
            writer.WritePropertyName("payload"u8);
            ErrorResponse.WriteList(writer, errors);
            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private static byte[] Quote(string text) =>
        [(byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
}
