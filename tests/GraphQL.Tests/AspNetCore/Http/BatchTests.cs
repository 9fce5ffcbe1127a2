using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Tests.AspNetCore.Sockets;

namespace R2P.GraphQL.Tests.AspNetCore.Http;

/// <summary>A JSON array of requests in one POST.</summary>
public sealed class BatchTests
{
    private const string Official = "application/graphql-response+json";
    private const string Json = "application/json; charset=utf-8";

    [Fact]
    public async Task Each_entry_has_its_result_in_the_order_of_the_requests()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync(
            """
             [{"query":"mutation { add(amount: 1) }"}, {"query":"{ total }"}, {"query":"{ nope }"},
              {"query":"mutation A($n: Int!) { add(amount: $n) }","variables":{"n":5},"operationName":"A"}, {"query":"{ total }"}]
            """);

        Assert.Equal((200, Json), (answer.Status, answer.ContentType));
        Assert.Equal(
            """[{"data":{"add":1}},{"data":{"total":1}},"""
            + """{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":"""
            + """{"code":"VALIDATION_FAILED"}}]},"""
            + """{"data":{"add":6}},{"data":{"total":6}}]""",
            answer.Body);
    }

    [Fact]
    public async Task A_batch_of_one_is_answered_by_an_array()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""[{"query":"{ total }"}]""", accept: Official);

        Assert.Equal((200, Official + "; charset=utf-8", """[{"data":{"total":0}}]"""), (answer.Status, answer.ContentType, answer.Body));
    }

    [Theory]
    [InlineData("1", "The request must be a JSON object.")]
    [InlineData("{}", "Parameter \\\"query\\\" is missing.")]
    [InlineData("null", "The request must be a JSON object.")]
    [InlineData("[]", "A batch of requests is not supported: send one JSON object.")]
    [InlineData("{\"query\":1}", "Parameter \\\"query\\\" must be a string.")]
    public async Task An_entry_that_is_no_request_has_its_own_error(string entry, string message)
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync($$"""[{{entry}},{"query":"{ total }"}]""");

        Assert.Equal(
            (200, $$$"""[{"errors":[{"message":"{{{message}}}","extensions":{"code":"BAD_REQUEST"}}]},{"data":{"total":0}}]"""),
            (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_subscription_is_no_entry_of_a_batch()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""[{"query":"subscription { count }"},{"query":"{ total }"}]""");

        Assert.Equal(
            (200, """[{"errors":[{"message":"A subscription can't be executed over this transport.","locations":[{"line":1,"column":1}],"extensions":"""
                + """{"code":"OPERATION_NOT_ALLOWED"}}]},{"data":{"total":0}}]"""),
            (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(Official)]
    public async Task A_longer_batch_is_refused_as_a_whole_with_both_figures(string accept)
    {
        await using var server = await StartAsync(maxBatchSize: 3);

        var refused = await server.PostAsync($"[{string.Join(',', Enumerable.Repeat("""{"query":"mutation { add(amount: 1) }"}""", 4))}]", accept: accept);
        var total = await server.PostAsync("""{"query":"{ total }"}""");

        Assert.Equal(
            (400, """{"errors":[{"message":"The batch holds 4 requests; at most 3 may be sent at once.","extensions":{"code":"BATCH_LIMIT_EXCEEDED"}}]}"""),
            (refused.Status, refused.Body));
        Assert.Equal("""{"data":{"total":0}}""", total.Body);
    }

    [Theory]
    [InlineData("[]", "The batch holds no request.")]
    [InlineData("[{\"query\":\"{ total }\"},]", "The request is not valid JSON (line 1, byte 24).")]
    [InlineData("[{\"query\":\"{ total }\"}", "The request is not valid JSON (line 1, byte 23).")]
    [InlineData("[{\"query\":\"{ total }\"}] 1", "The request is not valid JSON (line 1, byte 25).")]
    public async Task A_broken_batch_is_refused_as_a_whole(string body, string message)
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync(body);

        Assert.Equal((400, $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"BAD_REQUEST"}}]}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task The_bytes_of_the_whole_body_are_bounded()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync($$"""[{"query":"{ total }"},{"query":"{ total }","x":"{{new string('x', 1024 * 1024)}}"}]""");

        Assert.Equal(413, answer.Status);
        Assert.Contains("REQUEST_SIZE_LIMIT_EXCEEDED", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Batches_can_be_switched_off(int maxBatchSize)
    {
        await using var server = await StartAsync(maxBatchSize);

        var answer = await server.PostAsync("""[{"query":"{ total }"}]""");

        Assert.Equal(
            (400, """{"errors":[{"message":"A batch of requests is not supported: send one JSON object.","extensions":{"code":"BAD_REQUEST"}}]}"""),
            (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Streams_and_sockets_take_no_batches()
    {
        await using var server = await StartAsync();
        using var socket = await SocketClient.InitializeAsync(server);

        var events = await server.PostAsync("""[{"query":"{ total }"}]""", accept: "text/event-stream");

        Assert.Equal(400, events.Status);
        Assert.Contains("A batch of requests is not supported: send one JSON object.", events.Body, StringComparison.Ordinal);
        Assert.StartsWith(
            "close 4400", await socket.AskAsync("""{"id":"1","type":"subscribe","payload":[{"query":"{ total }"}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_unexpectedly_is_masked_and_the_rest_goes_on()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync("""[{"query":"boom"},{"query":"failed field"}]""");

        Assert.Equal(200, answer.Status);
        Assert.StartsWith(
            """[{"errors":[{"message":"The request failed unexpectedly.","extensions":{"code":"INTERNAL","correlationId":""", answer.Body,
            StringComparison.Ordinal);
        Assert.EndsWith("""}]},{"errors":[{"message":"no"}],"data":null}]""", answer.Body, StringComparison.Ordinal);
        Assert.Contains("the password is 1234", Assert.Single(server.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_time_of_one_operation_is_over_no_further_one_is_begun()
    {
        await using var server = await StartAsync(time: new FakeTimeProvider());

        var answer = await server.PostAsync("""[{"query":"{ waitTooLong }"},{"query":"mutation { add(amount: 1) }"}]""");
        var total = await server.PostAsync("""{"query":"{ total }"}""");

        Assert.Equal(
            """[{"errors":[{"message":"The operation took longer than 30 seconds.","extensions":{"code":"TIMEOUT"}}],"data":null},"""
            + """{"errors":[{"message":"The requests before it in the batch took longer than 30 seconds.","extensions":{"code":"TIMEOUT"}}]}]""",
            answer.Body);
        Assert.Equal("""{"data":{"total":0}}""", total.Body);
    }

    private static Task<TestServer> StartAsync(int maxBatchSize = 10, TimeProvider? time = null) => TestServer.StartAsync(services => services
        .AddSingleton<Sum>()
        .AddSingleton(time ?? TimeProvider.System)
        .AddGraphQL(graphql => graphql
            .AddType(typeof(Totals))
            .AddType(typeof(Additions))
            .AddType(typeof(Counts))
            .ConfigureTransports(options => options.MaxBatchSize = maxBatchSize)));

    public sealed class Sum
    {
        public int Total { get; set; }
    }

    [QueryType]
    public static class Totals
    {
        public static int Total(Sum sum) => sum.Total;

        public static async Task<int> WaitTooLongAsync(TimeProvider time, CancellationToken cancellation)
        {
            ((FakeTimeProvider)time).Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
            return 0;
        }
    }

    [MutationType]
    public static class Additions
    {
        public static async Task<int> AddAsync(int amount, Sum sum)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(amount == 1 ? 50 : 0), TimeProvider.System, TestContext.Current.CancellationToken);
            return sum.Total += amount;
        }
    }

    [SubscriptionType]
    public static class Counts
    {
        public static async IAsyncEnumerable<int> Count()
        {
            await Task.Yield();
            yield return 1;
        }
    }
}
