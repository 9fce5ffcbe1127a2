using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Tests.AspNetCore.Sockets;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.AspNetCore;

/// <summary>A whole endpoint, from C# resolvers to the wire, through both transports.</summary>
public sealed class EndpointTests
{
    private const string Official = "application/graphql-response+json";

    [Fact]
    public async Task A_query_is_answered_over_http()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""{"query":"query Q($n: String!) { hello(name: $n) }","variables":{"n":"Ama\n\"é\""}}""");

        Assert.Equal((200, """{"data":{"hello":"Hello Ama\n\"é\""}}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(
        "{ hello(",
        400,
        """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":9}],"extensions":{"code":"SYNTAX_ERROR"}}]}""")]
    [InlineData("{ helo }", 400, """{"errors":[{"message":"Cannot query field \"helo\" on type \"Query\". Did you mean \"hello\"?","locations":[{"line":1,"column":3}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    [InlineData("{ hello(name: \\\"secret\\\") }", 401, """{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}""", "stranger")]
    public async Task A_request_error_has_its_status_and_place(string query, int status, string body, string user = "Ama")
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync(
            $$"""{"query":"{{query}}"}""", accept: Official, adjust: request => request.Headers.Add("X-User", user));

        Assert.Equal((status, body), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_mutation_is_answered_by_post_and_refused_by_get()
    {
        await using var server = await StartAsync();

        var posted = await server.PostAsync("""{"query":"mutation { add(amount: 2) }"}""");
        var got = await server.GetAsync("?query=mutation%20%7B%20add(amount:%202)%20%7D", Official);

        Assert.Equal((200, """{"data":{"add":2}}"""), (posted.Status, posted.Body));
        Assert.Equal((405, "POST"), (got.Status, got.Allow));
        Assert.Contains("\"code\":\"OPERATION_NOT_ALLOWED\"", got.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_operation_is_answered_over_a_socket()
    {
        await using var server = await StartAsync();
        using var client = await SocketClient.InitializeAsync(server);

        await client.SubscribeAsync("q", "{ hello(name: \\\"Kofi\\\") }");
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"hello":"Hello Kofi"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await client.ReceiveAsync());
        await client.SubscribeAsync("m", "mutation { add(amount: 3) }");
        Assert.Equal("""{"id":"m","type":"next","payload":{"data":{"add":3}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"m","type":"complete"}""", await client.ReceiveAsync());
        await client.SubscribeAsync("s", "subscription { count(to: 2) }");
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"count":1}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"count":2}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"s","type":"complete"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_subscription_over_http_is_refused()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""{"query":"subscription { count(to: 2) }"}""", accept: Official);

        Assert.Equal(400, answer.Status);
        Assert.Contains("\"code\":\"OPERATION_NOT_ALLOWED\"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public async Task Both_transports_have_the_same_limits(int maxDepth, bool fits)
    {
        await using var server = await StartAsync(graphql => graphql.Configure(options => options.MaxDepth = maxDepth));
        using var client = await SocketClient.InitializeAsync(server);
        const string Query = "{ __schema { queryType { fields { name } } } }";

        var answer = await server.PostAsync($$"""{"query":"{{Query}}"}""");
        await client.SubscribeAsync("1", Query);
        var message = await client.ReceiveAsync();

        Assert.Equal(!fits, answer.Body.Contains("DEPTH_LIMIT_EXCEEDED", StringComparison.Ordinal));
        Assert.Equal(!fits, message.Contains("DEPTH_LIMIT_EXCEEDED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_in_the_schema_stops_the_start() =>
        await Assert.ThrowsAsync<SchemaException>(() => TestServer.StartAsync(services =>
            services.AddGraphQL(graphql => graphql.AddType(typeof(NoQuery)))));

    private static Task<TestServer> StartAsync(Action<GraphQLBuilder>? adjust = null) => TestServer.StartAsync(services => services
        .AddGraphQL(graphql =>
        {
            graphql.AddType(typeof(Greetings)).AddType(typeof(Sums)).AddType(typeof(Counts)).AddInterceptor<NoStrangers>();
            adjust?.Invoke(graphql);
        }));

    [QueryType]
    public static class Greetings
    {
        public static string Hello(string name) => "Hello " + name;
    }

    [MutationType]
    public static class Sums
    {
        public static int Add(int amount) => amount;
    }

    [SubscriptionType]
    public static class Counts
    {
        public static async IAsyncEnumerable<int> Count(int to)
        {
            for (var number = 1; number <= to; number++)
            {
                await Task.Yield();
                yield return number;
            }
        }
    }

    [MutationType]
    public static class NoQuery
    {
        public static int Add(int amount) => amount;
    }

    private sealed class NoStrangers : IOperationInterceptor
    {
        public ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation) =>
            request.User.Identity?.Name == "stranger"
                ? throw new GraphQLException("Sign in first.", ErrorCodes.Unauthenticated)
                : ValueTask.CompletedTask;
    }
}
