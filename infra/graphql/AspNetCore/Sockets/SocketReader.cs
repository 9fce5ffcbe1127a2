using System.Buffers;
using System.Net.WebSockets;

namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>Reads whole messages of a bounded size. An idle socket holds no buffer.</summary>
internal sealed class SocketReader(WebSocket socket, int maxMessageBytes) : IDisposable
{
    private const int FirstSize = 4096;

    private byte[] _buffer = [];

    /// <summary>The next message; null when the client closes. It stands until the next call.</summary>
    /// <exception cref="SocketCloseException">The message is too big, or not text.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        Release();
        await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        var length = 0;
        while (true)
        {
            Reserve(length);
            var received = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += received.Count;
            if (received.MessageType != WebSocketMessageType.Text)
            {
                throw new SocketCloseException(SocketClose.Invalid("Invalid message: only text messages are understood"));
            }

            if (length > maxMessageBytes)
            {
                throw new SocketCloseException(SocketClose.MessageTooBig(maxMessageBytes));
            }

            if (received.EndOfMessage)
            {
                return _buffer.AsMemory(0, length);
            }
        }
    }

    /// <summary>Reads on until the client's close frame, without looking at what else it sends.</summary>
    public async ValueTask DrainAsync()
    {
        Release();
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

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, length * 2));
        _buffer.AsSpan(0, length).CopyTo(larger);
        Release();
        _buffer = larger;
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
