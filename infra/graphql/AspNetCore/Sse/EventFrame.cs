using System.Text.Encodings.Web;
using System.Text.Json;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>graphql-sse, "Event stream": what stands around the responses of one operation.</summary>
internal sealed record EventFrame(ReadOnlyMemory<byte> NextHead, ReadOnlyMemory<byte> NextTail, ReadOnlyMemory<byte> Complete)
{
    /// <summary>The only operation of its stream. EventSource drops an event without a data field.</summary>
    public static EventFrame Distinct { get; } =
        new("event: next\ndata: "u8.ToArray(), "\n\n"u8.ToArray(), "event: complete\ndata: \n\n"u8.ToArray());

    /// <summary>One operation of several, told apart by the id that the client gave it.</summary>
    public static EventFrame Of(string operationId)
    {
        var id = JsonEncodedText.Encode(operationId, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        return new EventFrame(
            (byte[])[.. "event: next\ndata: {\"id\":\""u8, .. id, .. "\",\"payload\":"u8],
            "}\n\n"u8.ToArray(),
            (byte[])[.. "event: complete\ndata: {\"id\":\""u8, .. id, .. "\"}\n\n"u8]);
    }
}
