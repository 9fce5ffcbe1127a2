using System.Net.WebSockets;
using System.Text.Json;

namespace R2P.Api.Tests.Running;

/// <summary>A client of graphql-transport-ws, reduced to what the protocol says.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();

    private SocketClient() => _socket.Options.AddSubProtocol("graphql-transport-ws");

    /// <summary>Why the server closed the socket: code and reason.</summary>
    public (int? Code, string? Reason) Closed => ((int?)_socket.CloseStatus, _socket.CloseStatusDescription);

    /// <summary>Opens a socket and introduces itself with a token (null: without); whether the server accepts it is the next message.</summary>
    public static async Task<SocketClient> OpenAsync(ServiceProcess service, string? token)
    {
        var client = new SocketClient();
        await client._socket.ConnectAsync(new UriBuilder(service.Endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        object init = token is null
            ? new { type = "connection_init" }
            : new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } };
        await client.SendAsync(init);
        return client;
    }

    /// <summary>A socket whose token was accepted and that has subscribed.</summary>
    public static async Task<SocketClient> SubscribeAsync(ServiceProcess service, string? token, string query, object variables)
    {
        var client = await OpenAsync(service, token);
        var answer = await client.ReceiveAsync();
        Assert.Equal("connection_ack", answer?.GetProperty("type").GetString());
        await client.SendAsync(new { id = "1", type = "subscribe", payload = new { query, variables } });
        return client;
    }

    /// <summary>The next message; null when the server has closed the socket.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage && !await IsPingAsync(message))
            {
                return JsonElement.Parse(message.ToArray());
            }
        }
    }

    /// <summary>The next result of the subscription.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var message = await ReceiveAsync() ?? throw new WebSocketException($"The server closed the socket: {Closed}.");
        Assert.True(message.GetProperty("type").GetString() == "next", message.ToString());
        return message.GetProperty("payload").GetProperty("data");
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<bool> IsPingAsync(MemoryStream message)
    {
        if (JsonElement.Parse(message.ToArray()).GetProperty("type").GetString() != "ping")
        {
            return false;
        }

        message.SetLength(0);
        await SendAsync(new { type = "pong" });
        return true;
    }

    private Task SendAsync(object message) => _socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
