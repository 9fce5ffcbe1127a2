using System.Globalization;
using R2P.GraphQL.Tests.AspNetCore.Sockets;
using R2P.GraphQL.Tests.AspNetCore.Sse;

namespace R2P.GraphQL.Tests.AspNetCore;

/// <summary>A response that goes out while the stream's next one is awaited: as it would in the stream, and never more than the client takes.</summary>
public sealed class ToldAtOnceTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_socket_gets_each_as_its_next_message()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await WaitingSocketAsync(server);

        Assert.True(server.Executor.TrySend(Numbered(1)));
        Assert.True(server.Executor.TrySend(Numbered(2)));

        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"number":1}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"number":2}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_stream_of_events_gets_each_as_its_next_event()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await WaitingStreamAsync(server);

        Assert.True(server.Executor.TrySend(Numbered(1)));
        Assert.True(server.Executor.TrySend("{\n\"data\": null }"));

        Assert.Equal("event: next\ndata: {\"data\":{\"number\":1}}\n\n", await client.ReadEventAsync());
        Assert.Equal("event: next\ndata: { \"data\": null }\n\n", await client.ReadEventAsync());
    }

    [Fact]
    public async Task An_operation_that_the_client_ended_is_told_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await WaitingSocketAsync(server);

        await client.SendAsync("""{"id":"s","type":"complete"}""");
        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.False(server.Executor.TrySend(Numbered(1)));
        Assert.Equal("""{"type":"pong"}""", await client.AskAsync("""{"type":"ping"}"""));
    }

    [Fact]
    public async Task A_socket_that_takes_nothing_is_sent_no_more_until_it_does()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await WaitingSocketAsync(server);

        var sent = SendUntilRefused(server, new string('x', 60_000));

        Assert.InRange(sent, 1, 1_000);
        for (var number = 0; number < sent; number++)
        {
            var message = await client.ReceiveAsync();
            Assert.StartsWith($$$"""{"id":"s","type":"next","payload":{"data":{"number":{{{number}}},""", message, StringComparison.Ordinal);
        }

        await AgainAsync(server);
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"number":-1}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_stream_that_takes_nothing_is_sent_no_more_until_it_does()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await WaitingStreamAsync(server, receiveBuffer: 4096);

        var sent = SendUntilRefused(server, new string('x', 15_000));

        Assert.InRange(sent, 1, 4_000);
        for (var number = 0; number < sent; number++)
        {
            Assert.StartsWith($$$"""event: next{{{'\n'}}}data: {"data":{"number":{{{number}}},""", await client.ReadEventAsync(), StringComparison.Ordinal);
        }

        await AgainAsync(server);
        Assert.Equal("event: next\ndata: {\"data\":{\"number\":-1}}\n\n", await client.ReadEventAsync());
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(1_000_000)]
    public async Task What_goes_out_in_several_frames_has_to_come_in_the_stream(int length)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await WaitingSocketAsync(server);

        Assert.False(server.Executor.TrySend(Numbered(1, new string('x', length))));

        Assert.Equal("""{"type":"pong"}""", await client.AskAsync("""{"type":"ping"}"""));
    }

    private static async Task<SocketClient> WaitingSocketAsync(TestServer server)
    {
        var client = await SocketClient.InitializeAsync(server);
        await client.SubscribeAsync("s", "silence");
        await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<RawClient> WaitingStreamAsync(TestServer server, int receiveBuffer = 0)
    {
        var client = await RawClient.PostAsync(server, "silence", receiveBuffer: receiveBuffer);
        await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await client.ReadHeadAsync();
        Assert.Equal(":\n\n", await client.ReadEventAsync());
        return client;
    }

    private static int SendUntilRefused(TestServer server, string padding)
    {
        var sent = 0;
        while (server.Executor.TrySend(Numbered(sent, padding)))
        {
            sent++;
        }

        return sent;
    }

    private static async Task AgainAsync(TestServer server)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (!server.Executor.TrySend(Numbered(-1)))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static string Numbered(int number, string? padding = null) => string.Create(
        CultureInfo.InvariantCulture, $$$"""{"data":{"number":{{{number}}}{{{(padding is null ? "" : $",\"padding\":\"{padding}\"")}}}}}""");
}
