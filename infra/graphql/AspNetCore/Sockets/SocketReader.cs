using System.Buffers;
using System.Net.WebSockets;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>Reads whole messages of a bounded size. An idle socket holds a small buffer only.</summary>
internal sealed class SocketReader(WebSocket socket, int maxMessageBytes) : IDisposable
{
    private const int SmallSize = 4096;

    private byte[] _buffer = [];

    /// <summary>The next message; null when the client closes. It stands until the next call.</summary>
    /// <exception cref="SocketCloseException">The message is too big, or not text.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        ReleaseLarge();
        var length = 0;
        while (true)
        {
            Reserve(length);
            var received = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            length += received.Count;
            switch (received.MessageType)
            {
                case WebSocketMessageType.Close:
                    return null;
                case WebSocketMessageType.Binary:
                    throw new SocketCloseException(SocketClose.Invalid("Invalid message: only text messages are understood"));
                case WebSocketMessageType.Text when length > maxMessageBytes:
                    throw new SocketCloseException(SocketClose.MessageTooBig(maxMessageBytes));
                case WebSocketMessageType.Text when received.EndOfMessage:
                    return _buffer.AsMemory(0, length);
            }
        }
    }

    /// <summary>Reads on until the client's close frame, without looking at what else it sends.</summary>
    public async ValueTask DrainAsync()
    {
        Reserve(0);
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            await socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
        }
    }

    public void Dispose() => Release();

    private void Reserve(int length)
    {
        if (length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(SmallSize, length * 2));
        _buffer.AsSpan(0, length).CopyTo(larger);
        Release();
        _buffer = larger;
    }

    private void ReleaseLarge()
    {
        if (_buffer.Length > SmallSize)
        {
            Release();
        }
    }

    private void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}

/// <summary>The client broke a rule whose answer is the end of the socket.</summary>
internal sealed class SocketCloseException(SocketClose close) : Exception(close.Reason)
{
    public SocketClose Close { get; } = close;
}
