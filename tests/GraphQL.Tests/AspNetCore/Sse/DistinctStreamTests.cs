using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;

namespace R2P.GraphQL.Tests.AspNetCore.Sse;

/// <summary>graphql-sse, "Distinct connections mode": the bytes of a stream, and the refusals before it.</summary>
public sealed class DistinctStreamTests
{
    private const string Complete = "event: complete\ndata: \n\n";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_subscription_is_a_stream_of_its_results()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, "subscription");

        var body = await client.ReadToEndAsync();

        Assert.Equal(
            ":\n\n"
            + "event: next\ndata: {\"data\":{\"number\":1}}\n\n"
            + "event: next\ndata: {\"data\":{\"number\":2}}\n\n"
            + "event: next\ndata: {\"data\":{\"number\":3}}\n\n"
            + Complete,
            body);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", client.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/event-stream; charset=utf-8\r\n", client.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nCache-Control: no-store, no-transform\r\n", client.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Accel-Buffering: no\r\n", client.Head, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", client.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_part_of_a_response_is_an_event()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, "parts");

        Assert.Equal(
            ":\n\n"
            + "event: next\ndata: {\"data\":{\"a\":1},\"pending\":[{\"id\":\"0\",\"path\":[]}],\"hasNext\":true}\n\n"
            + "event: next\ndata: {\"hasNext\":false,\"incremental\":[{\"id\":\"0\",\"data\":{\"b\":\"é\"}}],\"completed\":[{\"id\":\"0\"}]}\n\n"
            + Complete,
            await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("echo", "\"allowed\":\"Query Mutation Subscription\",\"user\":\"Ama\"")]
    [InlineData("mutation", "\"query\":\"mutation\"")]
    public async Task A_query_and_a_mutation_are_one_event(string query, string part)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, query, "X-User: Ama\n");

        var body = await client.ReadToEndAsync();

        Assert.StartsWith(":\n\nevent: next\ndata: {\"data\":", body, StringComparison.Ordinal);
        Assert.Contains(part, body, StringComparison.Ordinal);
        Assert.EndsWith("}\n\n" + Complete, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid", "VALIDATION_FAILED")]
    [InlineData("unauthenticated", "UNAUTHENTICATED")]
    public async Task An_operation_that_is_not_executed_is_an_event_with_its_errors(string query, string code)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, query);

        var body = await client.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", client.Head, StringComparison.Ordinal);
        Assert.StartsWith(":\n\nevent: next\ndata: {\"errors\":[{\"message\":", body, StringComparison.Ordinal);
        Assert.Contains($"\"locations\":[{{\"line\":1,\"column\":3}}],\"extensions\":{{\"code\":\"{code}\"}}}}]}}\n\n", body, StringComparison.Ordinal);
        Assert.EndsWith(Complete, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_the_json_stays_within_its_event()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, "broken lines");

        Assert.Equal(":\n\nevent: next\ndata: {  \"data\": null }\n\n" + Complete, await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_get_subscribes_too()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.GetAsync("?query=subscription", "text/event-stream");

        Assert.Equal((200, "text/event-stream; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.EndsWith(Complete, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_by_get_is_405()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.GetAsync("?query=mutation", "text/event-stream");

        Assert.Equal((405, "POST", "application/json; charset=utf-8"), (answer.Status, answer.Allow, answer.ContentType));
        Assert.Contains("\"code\":\"OPERATION_NOT_ALLOWED\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_get_that_a_foreign_page_could_send_is_403()
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription");

        var answer = await server.SendAsync(request, "text/event-stream");

        Assert.Equal((403, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Contains("\"code\":\"CROSS_SITE_REFUSED\"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json", 400, "The request has no body: send a JSON object with \\\"query\\\".")]
    [InlineData("{}", "application/json", 400, "Parameter \\\"query\\\" is missing.")]
    [InlineData("subscription", "text/plain", 415, "Content-Type text/plain is not supported: send application/json in UTF-8.")]
    public async Task What_is_no_request_is_refused_by_its_status(string body, string contentType, int status, string message)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync(body, contentType, "text/event-stream");

        Assert.Equal(
            (status, "application/json; charset=utf-8", $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"BAD_REQUEST"}}]}"""),
            (answer.Status, answer.ContentType, answer.Body));
    }

    [Fact]
    public async Task A_request_over_the_limit_is_413()
    {
        await using var server = await TestServer.StartAsync(services => services.Configure<GraphQLOptions>(options => options.MaxRequestBytes = 20));

        var answer = await server.PostAsync("""{"query":"subscription"}""", accept: "text/event-stream");

        Assert.Equal(413, answer.Status);
        Assert.Contains("REQUEST_SIZE_LIMIT_EXCEEDED", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/event-stream", true)]
    [InlineData("text/event-stream, multipart/mixed", true)]
    [InlineData("text/event-stream, */*", true)]
    [InlineData("TEXT/Event-Stream;charset=utf-8, application/json;q=0.9", true)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", false)]
    [InlineData("application/json, text/event-stream;q=0.5", false)]
    [InlineData("application/json, text/event-stream;q=0", false)]
    [InlineData("text/*, application/json", false)]
    [InlineData("*/*", false)]
    public async Task The_accept_header_asks_for_a_stream_by_name_and_before_other_types(string accept, bool streams)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"echo"}""", accept: accept);

        Assert.Equal((200, streams), (answer.Status, answer.ContentType == "text/event-stream; charset=utf-8"));
    }

    [Fact]
    public async Task What_fails_unexpectedly_in_a_stream_is_masked_and_logged()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, "broken subscription");

        var body = await client.ReadToEndAsync();

        Assert.StartsWith(":\n\nevent: next\ndata: {\"data\":{\"number\":1}}\n\nevent: next\ndata: {\"errors\":[", body, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INTERNAL\",\"correlationId\":", body, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", body, StringComparison.Ordinal);
        Assert.EndsWith(Complete, body, StringComparison.Ordinal);
        Assert.Contains("the password is 1234", Assert.Single(server.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_unexpectedly_before_the_stream_is_500()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"boom"}""", accept: "text/event-stream");

        Assert.Equal(500, answer.Status);
        Assert.DoesNotContain("1234", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_while_it_is_executed_ends_it()
    {
        await using var server = await TestServer.StartAsync();
        using (await RawClient.PostAsync(server, "wait"))
        {
            await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);
        }

        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_client_that_leaves_its_stream_ends_its_subscription()
    {
        await using var server = await TestServer.StartAsync();
        using (var client = await RawClient.PostAsync(server, "silence"))
        {
            await client.ReadHeadAsync();
            await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);
        }

        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_silent_stream_is_kept_alive_by_comments()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(100)));
        using var client = await RawClient.PostAsync(server, "silence");
        await client.ReadHeadAsync();

        for (var comment = 0; comment < 4; comment++)
        {
            Assert.Equal(":\n\n", await client.ReadEventAsync());
        }
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_without_completing_it()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.PostAsync(server, "silence");
        await client.ReadHeadAsync();
        Assert.Equal(":\n\n", await client.ReadEventAsync());

        var stopping = server.StopAsync();

        Assert.Equal(": the server is shutting down\n\n", await client.ReadEventAsync());
        Assert.Null(await client.ReadEventAsync());
        await stopping.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.True(server.Executor.Cancelled.IsCompleted);
    }

    [Fact]
    public async Task A_server_that_stops_cuts_off_a_client_that_does_not_read()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.CloseTimeout = TimeSpan.FromMilliseconds(200)));
        using var client = await RawClient.PostAsync(server, "flood", receiveBuffer: 4096);
        await client.ReadHeadAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);

        await server.StopAsync().WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_of_its_request()
    {
        await using var server = await TestServer.StartAsync();
        var expires = TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var client = await RawClient.PostAsync(server, "silence", $"X-User: Ama\nX-Expires: {expires}\n");
        await client.ReadHeadAsync();

        Assert.Equal(":\n\n", await client.ReadEventAsync());
        Assert.Equal(": the token has expired\n\n", await client.ReadEventAsync());
        Assert.Null(await client.ReadEventAsync());
        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_slow_client_holds_back_its_source_and_is_cut_off()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.SlowConsumerTimeout = TimeSpan.FromMilliseconds(500)));
        using var client = await RawClient.PostAsync(server, "flood", receiveBuffer: 4096);
        await client.ReadHeadAsync();
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        var made = server.Executor.Flooded;

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (await client.ReadEventAsync() is not null)
            {
            }
        });

        Assert.Equal(made, server.Executor.Flooded);
        Assert.InRange(made, 1, 200);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_client_that_takes_its_time_but_reads_stays()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.SlowConsumerTimeout = TimeSpan.FromMilliseconds(2_000)));
        using var client = await RawClient.PostAsync(server, "flood");
        await client.ReadHeadAsync();
        Assert.Equal(":\n\n", await client.ReadEventAsync());

        for (var number = 0; number < 40; number++)
        {
            await Task.Delay(number % 5 == 0 ? 500 : 1, TestContext.Current.CancellationToken);
            var text = await client.ReadEventAsync();
            Assert.Equal(
                ("event: next\ndata: {\"data\":\"".Length + 200_000 + "\"}\n\n".Length, true),
                (text!.Length, text.EndsWith("xx\"}\n\n", StringComparison.Ordinal)));
        }
    }
}
