using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;

namespace R2P.GraphQL.Tests.AspNetCore.Sockets;

/// <summary>graphql-transport-ws: how a socket ends, and what ends with it.</summary>
public sealed class ClosingTests
{
    [Fact]
    public async Task The_client_closes_with_1000()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);
        await client.SubscribeAsync("1", "wait");

        Assert.Equal("close 1000 ", await client.CloseAsync());
        await server.Executor.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_lost_client_ends_its_operations()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);
        await client.SubscribeAsync("1", "wait");
        Assert.Equal("""{"type":"pong"}""", await client.AskAsync("""{"type":"ping"}"""));

        client.Abort();

        await server.Executor.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_server_that_stops_closes_with_1001()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);
        await client.SubscribeAsync("1", "wait");

        var stopping = server.StopAsync();

        Assert.Equal("close 1001 The server is shutting down", await client.ReceiveAsync());
        await client.CloseAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.True(server.Executor.Cancelled.IsCompleted);
    }

    [Fact]
    public async Task A_client_that_does_not_answer_the_close_is_cut_off()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.CloseTimeout = TimeSpan.FromMilliseconds(200)));
        using var client = await SocketClient.InitializeAsync(server);

        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_slow_client_holds_back_its_source_and_is_closed_with_4413()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.SlowConsumerTimeout = TimeSpan.FromMilliseconds(500)));
        using var client = await SocketClient.InitializeAsync(server);
        await client.SubscribeAsync("1", "flood");
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        var made = server.Executor.Flooded;

        var received = 0;
        string message;
        while ((message = await client.ReceiveAsync()).StartsWith('{'))
        {
            received++;
        }

        Assert.Equal("close 4413 Slow consumer: results were not taken in time", message);
        Assert.InRange(server.Executor.Flooded, made, made);
        Assert.InRange(received, made - 1, made);
        Assert.InRange(made, 1, 200);
    }

    [Fact]
    public async Task A_client_that_takes_its_time_but_reads_stays()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.SlowConsumerTimeout = TimeSpan.FromMilliseconds(1_000)));
        using var client = await SocketClient.InitializeAsync(server);
        await client.SubscribeAsync("1", "flood");

        for (var message = 0; message < 60; message++)
        {
            await Task.Delay(message % 10 == 0 ? 300 : 1, TestContext.Current.CancellationToken);
            Assert.StartsWith("""{"id":"1","type":"next",""", await client.ReceiveAsync(), StringComparison.Ordinal);
        }
    }
}
