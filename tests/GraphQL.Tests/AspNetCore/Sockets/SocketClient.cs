using System.Net.WebSockets;
using System.Text;

namespace R2P.GraphQL.Tests.AspNetCore.Sockets;

/// <summary>A bare WebSocket client: what it receives is the JSON text, or <c>close CODE REASON</c>.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];

    public string? Subprotocol => _socket.SubProtocol;

    public static async Task<SocketClient> ConnectAsync(
        TestServer server, string? subprotocol = "graphql-transport-ws", string? origin = null, string? user = null)
    {
        var client = new SocketClient();
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (subprotocol is not null)
        {
            client._socket.Options.AddSubProtocol(subprotocol);
        }

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        if (user is not null)
        {
            client._socket.Options.SetRequestHeader("X-User", user);
        }

        client._socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri;
        await client._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Connects, and has the connection acknowledged.</summary>
    public static async Task<SocketClient> InitializeAsync(TestServer server, string init = """{"type":"connection_init"}""", string? user = null)
    {
        var client = await ConnectAsync(server, user: user);
        Assert.Equal("""{"type":"connection_ack"}""", await client.AskAsync(init));
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] message, WebSocketMessageType type, bool end = true) =>
        await _socket.SendAsync(message.AsMemory(), type, end, TestContext.Current.CancellationToken);

    public Task SubscribeAsync(string id, string query) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    public async Task<string> AskAsync(string text)
    {
        await SendAsync(text);
        return await ReceiveAsync();
    }

    public async Task<string> ReceiveAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        var length = 0;
        while (true)
        {
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(length), timeout.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return $"close {(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}";
            }

            length += received.Count;
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(_buffer, 0, length);
            }
        }
    }

    /// <summary>Closes from this side; answers with what the server gives back.</summary>
    public async Task<string> CloseAsync()
    {
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);
        return $"close {(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}";
    }

    /// <summary>Goes away without a word.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
