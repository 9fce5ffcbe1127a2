using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;

namespace R2P.GraphQL.Tests.AspNetCore.Sockets;

/// <summary>graphql-transport-ws: pings, and messages that the protocol does not have.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("""{"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"payload":null,"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"payload":{"a":[1,"\u00e9"]},"type":"ping","more":{}}""", """{"type":"pong","payload":{"a":[1,"\u00e9"]}}""")]
    public async Task A_ping_is_answered(string ping, string pong)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        Assert.Equal(pong, await client.AskAsync(ping));
    }

    [Theory]
    [InlineData("""{"type":"pong"}""")]
    [InlineData("""{"type":"pong","payload":{}}""")]
    [InlineData("""{"type":"complete","id":"unknown"}""")]
    public async Task Some_messages_need_no_answer(string message)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SendAsync(message);

        Assert.Equal("""{"type":"pong"}""", await client.AskAsync("""{"type":"ping"}"""));
    }

    [Theory]
    [InlineData("", "The request is not valid JSON (line 1, byte 1).")]
    [InlineData("{\"type\":", "The request is not valid JSON (line 1, byte 9).")]
    [InlineData("[]", "Invalid message: a message is a JSON object")]
    [InlineData("{}", "Invalid message: \"type\" is missing")]
    [InlineData("{\"type\":1}", "Invalid message: \"type\" must be a string")]
    [InlineData("{\"type\":\"start\"}", "Invalid message: type \"start\" is unknown")]
    [InlineData("{\"type\":\"ping\",\"payload\":1}", "Invalid message: the payload of \"ping\" must be a JSON object")]
    [InlineData("{\"type\":\"connection_init\",\"payload\":[]}", "Invalid message: the payload of \"connection_init\" must be a JSON object")]
    [InlineData("{\"type\":\"complete\"}", "Invalid message: \"complete\" needs an \"id\"")]
    [InlineData("{\"type\":\"subscribe\",\"payload\":{\"query\":\"echo\"}}", "Invalid message: \"subscribe\" needs an \"id\"")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"echo\"}}", "Invalid message: \"subscribe\" needs an \"id\"")]
    [InlineData("{\"type\":\"subscribe\",\"id\":7,\"payload\":{\"query\":\"echo\"}}", "Invalid message: \"id\" must be a string")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\"}", "Invalid message: the payload of \"subscribe\" must be a JSON object")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}", "Parameter \"query\" is missing.")]
    [InlineData(
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"echo\",\"variables\":1}}", "Parameter \"variables\" must be a JSON object or null.")]
    [InlineData("{\"type\":\"\\ud800\"}", "The request is not valid JSON: a string holds an unpaired surrogate.")]
    public async Task An_invalid_message_closes_with_4400(string message, string reason)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await InitializeUnlessAsync(server, message);

        Assert.Equal("close 4400 " + reason, await client.AskAsync(message));
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_reason_is_cut_to_what_a_close_frame_carries()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        var close = await client.AskAsync($$"""{"type":"{{string.Concat(Enumerable.Repeat("🏃", 100))}}"}""");

        Assert.Equal("close 4400 Invalid message: type \"" + string.Concat(Enumerable.Repeat("🏃", 25)), close);
    }

    [Fact]
    public async Task A_binary_message_closes_with_4400()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);

        Assert.Equal("close 4400 Invalid message: only text messages are understood", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_may_come_in_pieces()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync("""{"type":"""u8.ToArray(), WebSocketMessageType.Text, end: false);
        await client.SendAsync("\"ping\"}"u8.ToArray(), WebSocketMessageType.Text);

        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_over_the_limit_closes_with_1009(bool endless)
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLOptions>(options => options.MaxRequestBytes = 10_000));
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync([.. """{"type":"ping","payload":{"a":" """u8, .. new byte[10_000]], WebSocketMessageType.Text, !endless);

        Assert.Equal("close 1009 A message is larger than 10000 bytes", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_payload_deeper_than_the_limit_closes_with_4400()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLOptions>(options => options.MaxDepth = 5));
        using var client = await SocketClient.ConnectAsync(server);

        Assert.Equal(
            "close 4400 The request is nested deeper than 5 levels.",
            await client.AskAsync("""{"type":"connection_init","payload":{"a":[[[[[]]]]]}}"""));
    }

    private static Task<SocketClient> InitializeUnlessAsync(TestServer server, string message) =>
        message.Contains("connection_init", StringComparison.Ordinal)
            ? SocketClient.ConnectAsync(server)
            : SocketClient.InitializeAsync(server);
}
