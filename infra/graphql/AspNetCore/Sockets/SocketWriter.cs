using System.Net.WebSockets;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>
/// The one way out of a socket. A message is sent when it is its turn; who wants to send waits, so that a slow client slows its own operations
/// down instead of filling a queue. A client that takes nothing for <paramref name="patience"/> is reported as stalled.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, TimeSpan patience, TimeProvider time, Action stalled) : IDisposable
{
    /// <summary>Long messages go out in frames of this size: progress is measured, not the size of an answer.</summary>
    private const int FrameSize = 64 * 1024;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sends one message, unless cancelled before its turn; once begun it is finished.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            while (message.Length > FrameSize)
            {
                await SendFrameAsync(message[..FrameSize], endOfMessage: false);
                message = message[FrameSize..];
            }

            await SendFrameAsync(message, endOfMessage: true);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sends the close frame when the message under way is out.</summary>
    public async Task CloseAsync(SocketClose close, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private ValueTask SendFrameAsync(ReadOnlyMemory<byte> frame, bool endOfMessage)
    {
        // A cancelled send would cut the connection, and the close code could not be told.
        var send = socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage, CancellationToken.None);
        return send.IsCompletedSuccessfully ? send : WatchAsync(send);
    }

    private async ValueTask WatchAsync(ValueTask send)
    {
        using var timer = time.CreateTimer(_ => stalled(), state: null, patience, Timeout.InfiniteTimeSpan);
        await send;
    }
}
