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

    /// <summary>
    /// Sends a message, and disposes of it, if nothing is being sent and it fits into one frame. What the client does not take at once goes on by itself.
    /// </summary>
    /// <returns>Whether it is its turn; if not, nothing has happened.</returns>
    public bool TrySend(ServerMessage message)
    {
        if (message.Utf8Json.Length > FrameSize || !_turn.Wait(0))
        {
            return false;
        }

        _ = SendInTurnAsync(message);
        return true;
    }

    private async Task SendInTurnAsync(ServerMessage message)
    {
        try
        {
            await SendFrameAsync(message.Utf8Json, endOfMessage: true);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The socket is broken, which ends it: whoever reads it meets that, too.
        }
        finally
        {
            _turn.Release();
            message.Dispose();
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
