using System.Net.Sockets;
using System.Text;

namespace R2P.GraphQL.Tests.AspNetCore.Sse;

/// <summary>A client that shows the very bytes of an HTTP/1.1 response, its chunks put together, and reads only when it is told to.</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpClient _tcp = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private NetworkStream _stream = null!;
    private int _position;
    private int _length;
    private int _left;
    private bool _ended;

    public string Head { get; private set; } = "";

    public static async Task<RawClient> SendAsync(TestServer server, string request, int receiveBuffer = 0)
    {
        var client = new RawClient();
        if (receiveBuffer > 0)
        {
            client._tcp.ReceiveBufferSize = receiveBuffer;
        }

        await client._tcp.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        client._stream = client._tcp.GetStream();
        await client._stream.WriteAsync(Encoding.UTF8.GetBytes(request.ReplaceLineEndings("\r\n")), TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Posts a query whose answer shall be a stream of events.</summary>
    public static Task<RawClient> PostAsync(TestServer server, string query, string headers = "", int receiveBuffer = 0)
    {
        var body = $$"""{"query":"{{query}}"}""";
        return SendAsync(
            server,
            $"POST /graphql HTTP/1.1\nHost: x\nAccept: text/event-stream\nContent-Type: application/json\nContent-Length: {body.Length}\n{headers}\n{body}",
            receiveBuffer);
    }

    /// <summary>Reads the response's head.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append((char)await ReadByteAsync());
        }

        return Head = head.ToString();
    }

    /// <summary>Reads one event or comment, with the blank line behind it; null at the end of the response.</summary>
    public async Task<string?> ReadEventAsync()
    {
        var text = new List<byte>();
        while (text.Count < 2 || text[^1] != '\n' || text[^2] != '\n')
        {
            if (!await ReadPieceAsync(text))
            {
                Assert.Empty(text);
                return null;
            }
        }

        return Encoding.UTF8.GetString([.. text]);
    }

    /// <summary>Reads the head, and the body to its end.</summary>
    public async Task<string> ReadToEndAsync()
    {
        await ReadHeadAsync();
        var body = new List<byte>();
        while (await ReadPieceAsync(body))
        {
        }

        return Encoding.UTF8.GetString([.. body]);
    }

    /// <summary>Reads the body on to a chunk or line that ends so.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        var text = new List<byte>();
        while (!Encoding.UTF8.GetString([.. text]).EndsWith(end, StringComparison.Ordinal))
        {
            Assert.True(await ReadPieceAsync(text));
        }

        return Encoding.UTF8.GetString([.. text]);
    }

    public void Dispose() => _tcp.Dispose();

    /// <summary>Reads on to the end of a line at most; false at the end of the response.</summary>
    private async Task<bool> ReadPieceAsync(List<byte> text)
    {
        if (_left == 0 && !_ended)
        {
            await ReadChunkSizeAsync();
        }

        if (_ended)
        {
            return false;
        }

        text.Add(await ReadByteAsync());
        _left--;
        if (text[^1] != '\n')
        {
            TakeLine(text);
        }

        if (_left == 0)
        {
            await ReadLineAsync();
        }

        return true;
    }

    private void TakeLine(List<byte> text)
    {
        var read = _buffer.AsSpan(_position, Math.Min(_left, _length - _position));
        var line = read[..(read.IndexOf((byte)'\n') + 1)];
        var piece = line.IsEmpty ? read : line;
        text.AddRange(piece);
        _position += piece.Length;
        _left -= piece.Length;
    }

    private async Task ReadChunkSizeAsync()
    {
        _left = Convert.ToInt32(await ReadLineAsync(), 16);
        if (_left == 0)
        {
            _ended = true;
            await ReadLineAsync();
        }
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (await ReadByteAsync() is var next && next != '\n')
        {
            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }

    private async ValueTask<byte> ReadByteAsync()
    {
        if (_position == _length)
        {
            (_position, _length) = (0, await _stream.ReadAsync(_buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience));
            if (_length == 0)
            {
                throw new IOException("The connection ended in the midst of the response.");
            }
        }

        return _buffer[_position++];
    }
}
