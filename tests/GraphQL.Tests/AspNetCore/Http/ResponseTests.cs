using System.Text.Json;

namespace R2P.GraphQL.Tests.AspNetCore.Http;

/// <summary>GraphQL over HTTP, "Response": media type and status of each kind of result.</summary>
public sealed class ResponseTests : IAsyncLifetime
{
    private const string Official = "application/graphql-response+json";
    private const string Legacy = "application/json";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null, Legacy)]
    [InlineData("*/*", Legacy)]
    [InlineData("application/*", Legacy)]
    [InlineData(Legacy, Legacy)]
    [InlineData("application/json; charset=utf-8", Legacy)]
    [InlineData(Official, Official)]
    [InlineData("application/graphql-response+json; charset=UTF-8", Official)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", Official)]
    [InlineData("application/json;q=0.9,application/graphql-response+json", Official)]
    [InlineData("application/json, application/graphql-response+json", Official)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Legacy)]
    [InlineData("application/graphql-response+json, */*", Official)]
    [InlineData("application/json;q=0, */*", Official)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", Legacy)]
    public async Task The_client_chooses_the_media_type(string? accept, string mediaType)
    {
        var answer = await _server.PostAsync("""{"query":"echo"}""", accept: accept);

        Assert.Equal((200, mediaType + "; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(answer.Body.Length, answer.ContentHeaders.ContentLength);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task A_client_that_takes_none_of_ours_is_refused(string accept)
    {
        var answer = await _server.PostAsync("""{"query":"echo"}""", accept: accept);

        Assert.Equal((406, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(
            """{"errors":[{"message":"The Accept header allows neither application/graphql-response+json nor application/json.","extensions":{"code":"BAD_REQUEST"}}]}""",
            answer.Body);
    }

    [Theory]
    [InlineData("invalid", Official, 400)]
    [InlineData("invalid", Legacy, 200)]
    [InlineData("unauthenticated", Official, 401)]
    [InlineData("unauthenticated", Legacy, 200)]
    [InlineData("forbidden", Official, 403)]
    [InlineData("forbidden", Legacy, 200)]
    [InlineData("timeout", Official, 503)]
    [InlineData("timeout", Legacy, 503)]
    [InlineData("subscription", Official, 400)]
    [InlineData("subscription", Legacy, 200)]
    [InlineData("failed field", Official, 200)]
    [InlineData("failed field", Legacy, 200)]
    public async Task The_status_follows_the_result(string query, string accept, int status)
    {
        var answer = await _server.PostAsync(JsonSerializer.Serialize(new { query }), accept: accept);

        Assert.Equal((status, accept + "; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.ToString() == "Bearer");
    }

    [Fact]
    public async Task A_request_error_is_written_with_its_location() => Assert.Equal(
        """{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"VALIDATION_FAILED"}}]}""",
        (await _server.PostAsync("""{"query":"invalid"}""")).Body);

    [Theory]
    [InlineData(Official)]
    [InlineData(Legacy)]
    public async Task A_mutation_by_get_is_refused(string accept)
    {
        var answer = await _server.GetAsync("?query=mutation", accept);

        Assert.Equal((405, "POST"), (answer.Status, answer.Allow));
        Assert.Contains("\"code\":\"OPERATION_NOT_ALLOWED\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_exception_is_logged_and_masked()
    {
        var answer = await _server.PostAsync("""{"query":"boom"}""");

        Assert.Equal(500, answer.Status);
        var error = JsonElement.Parse(answer.Body).GetProperty("errors")[0];
        Assert.Equal("The request failed unexpectedly.", error.GetProperty("message").GetString());
        Assert.Equal("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString());
        var correlationId = error.GetProperty("extensions").GetProperty("correlationId").GetString()!;
        Assert.Equal(
            [$"The GraphQL transport failed; correlation id {correlationId} the password is 1234"],
            _server.Log.Errors);
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_its_operation()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var content = new StringContent("""{"query":"wait"}""", new System.Net.Http.Headers.MediaTypeHeaderValue(Legacy));

        var posting = _server.Http.PostAsync("/graphql", content, leave.Token);
        await _server.Executor.Started.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await leave.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => posting);
        await _server.Executor.Cancelled.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Empty(_server.Log.Errors);
    }
}
