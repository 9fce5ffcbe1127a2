using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;

namespace R2P.GraphQL.Tests.AspNetCore.Sse;

/// <summary>graphql-sse, "Single connection mode": reserving, opening, executing, stopping, and each refusal.</summary>
public sealed class SharedStreamTests
{
    private const string NotFound = "There is no such event stream: it was not reserved by this caller, was not opened in time, or has ended.";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Operations_share_a_stream()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        using var client = await OpenAsync(server, token);

        Assert.Equal((202, ""), await ExecuteAsync(server, token, "subscription", "a\\\"b"));
        Assert.Equal("""event: next|data: {"id":"a\"b","payload":{"data":{"number":1}}}||""", await NextAsync(client));
        Assert.Equal("""event: next|data: {"id":"a\"b","payload":{"data":{"number":2}}}||""", await NextAsync(client));
        Assert.Equal("""event: next|data: {"id":"a\"b","payload":{"data":{"number":3}}}||""", await NextAsync(client));
        Assert.Equal("""event: complete|data: {"id":"a\"b"}||""", await NextAsync(client));
        Assert.Equal((202, ""), await ExecuteAsync(server, token, "failed field", "2"));
        Assert.Equal("""event: next|data: {"id":"2","payload":{"errors":[{"message":"no"}],"data":null}}||""", await NextAsync(client));
        Assert.Equal("""event: complete|data: {"id":"2"}||""", await NextAsync(client));
    }

    [Fact]
    public async Task Each_part_of_a_response_is_an_event()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        using var client = await OpenAsync(server, token);

        Assert.Equal((202, ""), await ExecuteAsync(server, token, "parts", "p"));

        Assert.Equal("""event: next|data: {"id":"p","payload":{"data":{"a":1},"pending":[{"id":"0","path":[]}],"hasNext":true}}||""", await NextAsync(client));
        Assert.Equal(
            """event: next|data: {"id":"p","payload":{"hasNext":false,"incremental":[{"id":"0","data":{"b":"é"}}],"completed":[{"id":"0"}]}}||""",
            await NextAsync(client));
        Assert.Equal("""event: complete|data: {"id":"p"}||""", await NextAsync(client));
    }

    [Fact]
    public async Task An_operation_may_start_before_the_stream_is_open()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        Assert.Equal((202, ""), await ExecuteAsync(server, token, "failed field", "1"));

        using var client = await OpenAsync(server, token);

        Assert.Equal("""event: next|data: {"id":"1","payload":{"errors":[{"message":"no"}],"data":null}}||""", await NextAsync(client));
    }

    [Fact]
    public async Task The_token_may_stand_in_the_url_for_an_event_source()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server, "Ama");

        using var client = await RawClient.SendAsync(server, $"GET /graphql?token={token} HTTP/1.1\nHost: x\nAccept: text/event-stream\n\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await client.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal(":\n\n", await client.ReadEventAsync());
    }

    [Fact]
    public async Task An_invalid_operation_is_refused_by_the_answer_to_its_request()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);

        var (status, body) = await ExecuteAsync(server, token, "invalid", "1");
        var again = await ExecuteAsync(server, token, "failed field", "1");

        Assert.Equal(400, status);
        Assert.Contains("\"code\":\"VALIDATION_FAILED\"", body, StringComparison.Ordinal);
        Assert.Equal((202, ""), again);
    }

    [Fact]
    public async Task A_delete_stops_an_operation_and_frees_its_id()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        using var client = await OpenAsync(server, token);
        await ExecuteAsync(server, token, "silence", "1");

        var taken = await ExecuteAsync(server, token, "subscription", "1");
        var stopped = await SendAsync(server, HttpMethod.Delete, token, "?operationId=1");
        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
        var again = await ExecuteAsync(server, token, "failed field", "1");

        Assert.Equal((409, Error("An operation with the id \\\"1\\\" is already running on this event stream.")), taken);
        Assert.Equal(200, stopped.Status);
        Assert.Equal((202, ""), again);
        Assert.StartsWith("""event: next|data: {"id":"1","payload":{"errors":""", await NextAsync(client), StringComparison.Ordinal);
        Assert.Equal(200, (await SendAsync(server, HttpMethod.Delete, token, "?operationId=unknown")).Status);
    }

    [Fact]
    public async Task A_delete_stops_an_operation_that_is_still_being_executed()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        var executing = ExecuteAsync(server, token, "wait", "1");
        await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);

        await SendAsync(server, HttpMethod.Delete, token, "?operationId=1");

        Assert.Equal((204, ""), await executing.WaitAsync(Soon, TestContext.Current.CancellationToken));
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_operations_and_its_reservation()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        using (var client = await OpenAsync(server, token))
        {
            await ExecuteAsync(server, token, "silence", "1");
        }

        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await UntilNotFoundAsync(server, token);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_without_completing_it()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        using var client = await OpenAsync(server, token);
        await ExecuteAsync(server, token, "silence", "1");

        var stopping = server.StopAsync();

        Assert.Equal(": the server is shutting down\n\n", await client.ReadEventAsync());
        Assert.Null(await client.ReadEventAsync());
        await stopping.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.True(server.Executor.Cancelled.IsCompleted);
    }

    [Fact]
    public async Task A_reservation_that_is_not_taken_up_ends_with_its_operations()
    {
        await using var server = await StartAsync(options => options.EventStreamReservationTimeout = TimeSpan.FromMilliseconds(500));
        var token = await ReserveAsync(server);
        await ExecuteAsync(server, token, "silence", "1");

        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);

        await UntilNotFoundAsync(server, token);
        using var late = await RawClient.SendAsync(server, Opening(token));
        Assert.StartsWith("HTTP/1.1 404 ", await late.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_token_to_expire_ends_the_stream()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server, "Ama");
        using var client = await OpenAsync(server, token, "X-User: Ama\n");
        var expires = TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync(server, token, "silence", "1", request =>
        {
            request.Headers.Add("X-User", "Ama");
            request.Headers.Add("X-Expires", expires);
        });

        Assert.Equal(": the token has expired\n\n", await client.ReadEventAsync());
        Assert.Null(await client.ReadEventAsync());
        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task To_another_caller_the_stream_does_not_exist()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server, "Ama");

        var asNobody = await ExecuteAsync(server, token, "failed field", "1");
        var asKofi = await ExecuteAsync(server, token, "failed field", "1", request => request.Headers.Add("X-User", "Kofi"));
        var stop = await SendAsync(server, HttpMethod.Delete, token, "?operationId=1");
        using var open = await RawClient.SendAsync(server, Opening(token, "X-User: Kofi\n"));

        Assert.Equal((404, Error(NotFound)), asNobody);
        Assert.Equal((404, Error(NotFound)), asKofi);
        Assert.Equal((404, Error(NotFound)), (stop.Status, stop.Body));
        Assert.StartsWith("HTTP/1.1 404 ", await open.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal((202, ""), await ExecuteAsync(server, token, "failed field", "1", request => request.Headers.Add("X-User", "Ama")));
    }

    [Fact]
    public async Task A_reservation_is_for_one_stream()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);
        using var first = await OpenAsync(server, token);

        using var second = await RawClient.SendAsync(server, Opening(token));

        Assert.StartsWith("HTTP/1.1 409 ", await second.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "DELETE",
        "",
        false,
        400,
        "The token of an event stream is missing: reserve one with PUT, and send it as X-GraphQL-Event-Stream-Token or as parameter \\\"token\\\".")]
    [InlineData("DELETE", "?token=unknown", false, 404, NotFound)]
    [InlineData("POST", "?token=unknown", false, 404, NotFound)]
    [InlineData(
        "DELETE", "", true, 400, "The operation's id is missing: send a string as \\\"operationId\\\", in the extensions of a request or the URL of a DELETE.")]
    [InlineData(
        "GET",
        "?query=echo",
        true,
        400,
        "The operation's id is missing: send a string as \\\"operationId\\\", in the extensions of a request or the URL of a DELETE.")]
    [InlineData("PATCH", "", true, 405, "Method PATCH is not supported: send GET or POST.")]
    public async Task A_request_that_misses_something_is_refused(string method, string query, bool withToken, int status, string message)
    {
        await using var server = await TestServer.StartAsync();
        var token = withToken ? await ReserveAsync(server) : null;

        var answer = await SendAsync(server, new HttpMethod(method), token, query);

        Assert.Equal((status, Error(message)), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_get_that_a_foreign_page_could_send_starts_no_operation()
    {
        await using var server = await TestServer.StartAsync();
        var token = await ReserveAsync(server);

        var answer = await SendAsync(server, HttpMethod.Get, token: null, $"?token={token}&query=echo");

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task Streams_and_operations_are_bounded()
    {
        await using var server = await StartAsync(options =>
        {
            (options.MaxEventStreamsPerCaller, options.MaxEventStreams, options.MaxOperationsPerSocket) = (1, 2, 1);
        });
        var token = await ReserveAsync(server, "Ama");
        void AsAma(HttpRequestMessage request) => request.Headers.Add("X-User", "Ama");

        var second = await SendAsync(server, HttpMethod.Put, token: null, "", AsAma);
        await ReserveAsync(server, "Kofi");
        var third = await SendAsync(server, HttpMethod.Put, token: null, "");
        await ExecuteAsync(server, token, "silence", "1", AsAma);
        var operation = await ExecuteAsync(server, token, "silence", "2", AsAma);

        Assert.Equal(
            (429, Error("At most 1 event streams may be reserved or open for one caller.", "STREAM_LIMIT_EXCEEDED")), (second.Status, second.Body));
        Assert.Equal((503, Error("At most 2 event streams may be reserved or open at a time.", "STREAM_LIMIT_EXCEEDED")), (third.Status, third.Body));
        Assert.Equal((429, Error("At most 1 operations may run on one event stream at a time.", "OPERATION_LIMIT_EXCEEDED")), operation);
    }

    [Fact]
    public async Task A_stream_that_ended_makes_room_for_another()
    {
        await using var server = await StartAsync(options => options.MaxEventStreamsPerCaller = 1);
        var token = await ReserveAsync(server);
        (await OpenAsync(server, token)).Dispose();
        await UntilNotFoundAsync(server, token);

        var status = 0;
        for (var attempt = 0; attempt < 50 && status != 201; attempt++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            status = (await SendAsync(server, HttpMethod.Put, token: null, "")).Status;
        }

        Assert.Equal(201, status);
    }

    private static Task<TestServer> StartAsync(Action<GraphQLTransportOptions> configure) =>
        TestServer.StartAsync(services => services.Configure(configure));

    private static async Task<string> ReserveAsync(TestServer server, string? user = null)
    {
        var answer = await SendAsync(server, HttpMethod.Put, token: null, "", request => request.Headers.Add("X-User", user ?? ""));
        Assert.Equal((201, "text/plain; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Matches("^[A-Za-z0-9_-]{43}$", answer.Body);
        return answer.Body;
    }

    private static async Task<RawClient> OpenAsync(TestServer server, string token, string headers = "")
    {
        var client = await RawClient.SendAsync(server, Opening(token, headers));
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await client.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal(":\n\n", await client.ReadEventAsync());
        return client;
    }

    private static string Opening(string token, string headers = "") =>
        $"GET /graphql HTTP/1.1\nHost: x\nAccept: text/event-stream\nX-GraphQL-Event-Stream-Token: {token}\n{headers}\n";

    private static async Task<(int Status, string Body)> ExecuteAsync(
        TestServer server, string token, string query, string id, Action<HttpRequestMessage>? adjust = null)
    {
        var answer = await server.PostAsync($$$"""{"query":"{{{query}}}","extensions":{"operationId":"{{{id}}}"}}""", adjust: request =>
        {
            request.Headers.Add("X-GraphQL-Event-Stream-Token", token);
            adjust?.Invoke(request);
        });
        return (answer.Status, answer.Body);
    }

    private static async Task<Answer> SendAsync(
        TestServer server, HttpMethod method, string? token, string query, Action<HttpRequestMessage>? adjust = null)
    {
        using var request = new HttpRequestMessage(method, "/graphql" + query);
        if (token is not null)
        {
            request.Headers.Add("X-GraphQL-Event-Stream-Token", token);
        }

        return await server.SendAsync(request, adjust: adjust);
    }

    private static async Task UntilNotFoundAsync(TestServer server, string token)
    {
        var status = 0;
        for (var attempt = 0; attempt < 100 && status != 404; attempt++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            status = (await SendAsync(server, HttpMethod.Delete, token, "?operationId=none")).Status;
        }

        Assert.Equal(404, status);
    }

    private static async Task<string> NextAsync(RawClient client) => (await client.ReadEventAsync())!.Replace('\n', '|');

    private static string Error(string message, string code = "BAD_REQUEST") =>
        $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";
}
