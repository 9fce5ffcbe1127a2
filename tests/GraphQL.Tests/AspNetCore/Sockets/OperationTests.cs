using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;

namespace R2P.GraphQL.Tests.AspNetCore.Sockets;

/// <summary>graphql-transport-ws: operations, from <c>subscribe</c> to their end.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task A_query_yields_one_result_and_completes()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        var next = await client.AskAsync(
            """{"payload":{"query":"{ a(b: \"\u00e9\") }","operationName":null,"variables":{"v":{"a":[[1]]}}},"type":"subscribe","id":"q \"1\" 🏃"}""");

        var message = JsonElement.Parse(next);
        Assert.Equal(("q \"1\" 🏃", "next"), (message.GetProperty("id").GetString(), message.GetProperty("type").GetString()));
        var data = message.GetProperty("payload").GetProperty("data");
        Assert.Equal("{ a(b: \"é\") }", data.GetProperty("query").GetString());
        Assert.Equal("""{"v":{"a":[[1]]}}""", data.GetProperty("variables").GetRawText());
        Assert.Equal("Query Mutation Subscription", data.GetProperty("allowed").GetString());
        var complete = JsonElement.Parse(await client.ReceiveAsync());
        Assert.Equal(("q \"1\" 🏃", "complete"), (complete.GetProperty("id").GetString(), complete.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_subscription_yields_its_results_in_order_and_completes()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("s", "subscription");

        foreach (var number in (int[])[1, 2, 3])
        {
            Assert.Equal($$$$"""{"id":"s","type":"next","payload":{"data":{"number":{{{{number}}}}}}}""", await client.ReceiveAsync());
        }

        Assert.Equal("""{"id":"s","type":"complete"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Each_part_of_a_response_is_a_message()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("q", "parts");

        Assert.Equal(
            """{"id":"q","type":"next","payload":{"data":{"a":1},"pending":[{"id":"0","path":[]}],"hasNext":true}}""", await client.ReceiveAsync());
        Assert.Equal(
            """{"id":"q","type":"next","payload":{"hasNext":false,"incremental":[{"id":"0","data":{"b":"é"}}],"completed":[{"id":"0"}]}}""",
            await client.ReceiveAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_refused_operation_ends_with_its_errors()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("1", "invalid");

        Assert.Equal(
            """{"id":"1","type":"error","payload":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"VALIDATION_FAILED"}}]}""",
            await client.ReceiveAsync());
        await AssertSilentAsync(client);
    }

    [Fact]
    public async Task An_operation_that_fails_unexpectedly_ends_with_a_masked_error()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("1", "broken subscription");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"number":1}}}""", await client.ReceiveAsync());
        var error = JsonElement.Parse(await client.ReceiveAsync());
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal("The request failed unexpectedly.", error.GetProperty("payload")[0].GetProperty("message").GetString());
        Assert.Equal("INTERNAL", error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("the password is 1234", Assert.Single(server.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_run_beside_one_another()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("slow", "held");
        await client.SubscribeAsync("fast", "subscription");
        string last;
        do
        {
            last = await client.ReceiveAsync();
        }
        while (!last.Contains("complete", StringComparison.Ordinal));
        server.Executor.Release();

        Assert.Equal("""{"id":"fast","type":"complete"}""", last);
        Assert.Equal("""{"id":"slow","type":"next","payload":{"data":{"held":true}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_in_use_closes_with_4409()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("twice", "wait");
        await client.SubscribeAsync("twice", "echo");

        Assert.Equal("close 4409 Subscriber for twice already exists", await client.ReceiveAsync());
        await server.Executor.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_id_is_free_again_when_its_operation_has_ended()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        for (var round = 0; round < 50; round++)
        {
            await client.SubscribeAsync("1", "invalid");
            Assert.StartsWith("""{"id":"1","type":"error",""", await client.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_client_completes_an_operation()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("1", "wait");
        await client.SendAsync("""{"id":"1","type":"complete"}""");

        await server.Executor.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await AssertSilentAsync(client);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_result_that_comes_after_completion_is_not_sent()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("1", "held");
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await AssertSilentAsync(client);
        server.Executor.Release();

        await AssertSilentAsync(client);
    }

    [Fact]
    public async Task Operations_over_the_limit_are_refused_with_the_figure()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.MaxOperationsPerSocket = 2));
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("1", "held");
        await client.SubscribeAsync("2", "held");
        await client.SendAsync("""{"id":"2","type":"complete"}""");
        await client.SubscribeAsync("3", "held");

        Assert.Equal(
            """{"id":"3","type":"error","payload":[{"message":"At most 2 operations may run on one socket at a time.","extensions":{"code":"OPERATION_LIMIT_EXCEEDED"}}]}""",
            await client.ReceiveAsync());
    }

    private static async Task AssertSilentAsync(SocketClient client)
    {
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal("""{"type":"pong"}""", await client.AskAsync("""{"type":"ping"}"""));
    }
}
