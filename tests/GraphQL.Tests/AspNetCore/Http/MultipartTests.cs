using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Tests.AspNetCore.Sse;

namespace R2P.GraphQL.Tests.AspNetCore.Http;

/// <summary>Incremental delivery over HTTP: a response in parts, where the client takes that.</summary>
public sealed class MultipartTests
{
    private const string First = """{"data":{"a":1},"pending":[{"id":"0","path":[]}],"hasNext":true}""";
    private const string Last = """{"hasNext":false,"incremental":[{"id":"0","data":{"b":"é"}}],"completed":[{"id":"0"}]}""";
    private const string PartHead = "Content-Type: application/json; charset=utf-8\r\n\r\n";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("multipart/mixed", "multipart/mixed; boundary=\"-\"")]
    [InlineData("Multipart/Mixed;q=0.1, application/json", "multipart/mixed; boundary=\"-\"")]
    [InlineData(
        "multipart/mixed;incrementalSpec=v0.2, application/graphql-response+json, application/json;q=0.9",
        "multipart/mixed; boundary=\"-\"; incrementalSpec=v0.2")]
    [InlineData(
        "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", "multipart/mixed; boundary=\"-\"")]
    public async Task Each_part_is_one_of_the_body(string accept, string contentType)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"parts"}""", accept: accept);

        Assert.Equal((200, contentType), (answer.Status, answer.ContentType));
        Assert.Equal($"\r\n---\r\n{PartHead}{First}\r\n---\r\n{PartHead}{Last}\r\n-----\r\n", answer.Body);
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
    }

    [Fact]
    public async Task A_get_is_answered_in_parts_too()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.GetAsync("?query=parts", "multipart/mixed");

        Assert.EndsWith($"{Last}\r\n-----\r\n", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/json, multipart/mixed;q=0")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    [InlineData("multipart/mixed;subscriptionSpec=1.0, application/json")]
    [InlineData("multipart/mixed;incrementalSpec=v9, application/json")]
    public async Task Who_does_not_take_this_form_gets_one_response(string? accept)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"parts"}""", accept: accept);

        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.StartsWith("""{"data":{"query":"parts",""", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/mixed, application/json", "application/json; charset=utf-8", 200)]
    [InlineData("multipart/mixed", "application/graphql-response+json; charset=utf-8", 400)]
    public async Task A_refusal_has_no_parts(string accept, string contentType, int status)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"invalid"}""", accept: accept);

        Assert.Equal((status, contentType), (answer.Status, answer.ContentType));
        Assert.StartsWith("""{"errors":[{"message":"Cannot query field""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_sent_when_it_is_there()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await AskAsync(server, "silent parts");
        await client.ReadHeadAsync();

        Assert.Equal($"\r\n---\r\n{PartHead}{First}\r\n---", await client.ReadUntilAsync("\r\n---"));
        await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_operation()
    {
        await using var server = await TestServer.StartAsync();
        using (var client = await AskAsync(server, "silent parts"))
        {
            await client.ReadHeadAsync();
            await server.Executor.Started.WaitAsync(Soon, TestContext.Current.CancellationToken);
        }

        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task It_ends_with_the_token_of_its_request()
    {
        await using var server = await TestServer.StartAsync();
        var expires = TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var client = await AskAsync(server, "silent parts", $"X-User: Ama\nX-Expires: {expires}\n");
        await client.ReadHeadAsync();

        await server.Executor.Cancelled.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Empty(server.Log.Errors);
    }

    [Fact]
    public async Task A_slow_client_holds_back_the_work_and_is_cut_off()
    {
        await using var server = await TestServer.StartAsync(services =>
            services.Configure<GraphQLTransportOptions>(options => options.SlowConsumerTimeout = TimeSpan.FromMilliseconds(500)));
        using var client = await AskAsync(server, "flood of parts", receiveBuffer: 4096);
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        var made = server.Executor.Flooded;

        await Assert.ThrowsAsync<IOException>(() => client.ReadToEndAsync());

        Assert.Equal(made, server.Executor.Flooded);
        Assert.InRange(made, 1, 200);
        Assert.Empty(server.Log.Errors);
    }

    private static Task<RawClient> AskAsync(TestServer server, string query, string headers = "", int receiveBuffer = 0)
    {
        var body = $$"""{"query":"{{query}}"}""";
        return RawClient.SendAsync(
            server,
            $"POST /graphql HTTP/1.1\nHost: x\nAccept: multipart/mixed\nContent-Type: application/json\nContent-Length: {body.Length}\n{headers}\n{body}",
            receiveBuffer);
    }
}
