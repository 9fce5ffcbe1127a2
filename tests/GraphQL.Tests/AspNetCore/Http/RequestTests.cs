using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace R2P.GraphQL.Tests.AspNetCore.Http;

/// <summary>GraphQL over HTTP, "Request": what is understood, and the words and status for what is not.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await TestServer.StartAsync(services => services.Configure<GraphQLOptions>(options =>
        {
            options.MaxRequestBytes = 20_000;
            options.MaxDepth = 5;
        }));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_post_hands_over_every_parameter()
    {
        var answer = await _server.PostAsync(
            """{"extensions":{"x":[1]},"variables":{"a":"\u00e9\n"},"operationName":"Q","unknown":{"deep":[{}]},"query":"{ a(b: \"\u00e9\") }"}""",
            adjust: request => request.Headers.Add("X-User", "Ama"));

        var data = Data(answer);
        Assert.Equal("{ a(b: \"é\") }", data.GetProperty("query").GetString());
        Assert.Equal("Q", data.GetProperty("operationName").GetString());
        Assert.Equal("é\n", data.GetProperty("variables").GetProperty("a").GetString());
        Assert.Equal("""{"x":[1]}""", data.GetProperty("extensions").GetRawText());
        Assert.Equal("Query Mutation", data.GetProperty("allowed").GetString());
        Assert.Equal("Ama", data.GetProperty("user").GetString());
    }

    [Fact]
    public async Task A_post_of_many_segments_arrives_whole()
    {
        var query = new string('a', 15_000) + "🏃";

        var answer = await _server.PostAsync(JsonSerializer.Serialize(new { query }));

        Assert.Equal(query, Data(answer).GetProperty("query").GetString());
    }

    [Fact]
    public async Task A_get_hands_over_every_parameter()
    {
        var answer = await _server.GetAsync("?query=%7B+a%20%7D%F0%9F%8F%83&operationName=null&variables=%7B%22a%22%3A1%7D&extensions=&other=1");

        var data = Data(answer);
        Assert.Equal("{ a }🏃", data.GetProperty("query").GetString());
        Assert.Equal("null", data.GetProperty("operationName").GetString());
        Assert.Equal("""{"a":1}""", data.GetProperty("variables").GetRawText());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("extensions").ValueKind);
        Assert.Equal("Query", data.GetProperty("allowed").GetString());
    }

    [Fact]
    public async Task An_empty_operation_name_in_a_get_is_none() =>
        Assert.Equal(
            JsonValueKind.Null,
            Data(await _server.GetAsync("?query=echo&operationName=")).GetProperty("operationName").ValueKind);

    [Theory]
    [InlineData("", "The request has no body: send a JSON object with \"query\".")]
    [InlineData("{\n \"query\": nope}", "The request is not valid JSON (line 2, byte 12).")]
    [InlineData("{\"query\":\"{a}\"} x", "The request is not valid JSON (line 1, byte 17).")]
    [InlineData("{\"query\":\"{a}\"", "The request is not valid JSON (line 1, byte 15).")]
    [InlineData("\"{a}\"", "The request must be a JSON object.")]
    [InlineData("{}", "Parameter \"query\" is missing.")]
    [InlineData("{\"query\":null}", "Parameter \"query\" is missing.")]
    [InlineData("{\"query\":[\"{a}\"]}", "Parameter \"query\" must be a string.")]
    [InlineData("{\"query\":\"{a}\",\"operationName\":1}", "Parameter \"operationName\" must be a string or null.")]
    [InlineData("{\"query\":\"{a}\",\"variables\":[1]}", "Parameter \"variables\" must be a JSON object or null.")]
    [InlineData("{\"query\":\"{a}\",\"extensions\":\"x\"}", "Parameter \"extensions\" must be a JSON object or null.")]
    [InlineData("{\"query\":\"\\ud83c\"}", "The request is not valid JSON: a string holds an unpaired surrogate.")]
    [InlineData("{\"query\":\"{a}\",\"variables\":{\"a\":[\"\\ud83c\"]}}", "The request is not valid JSON: a string holds an unpaired surrogate.")]
    [InlineData("{\"query\":\"{a}\",\"variables\":{\"\\udc00\":1}}", "The request is not valid JSON: a string holds an unpaired surrogate.")]
    public async Task A_malformed_post_is_refused(string body, string message)
    {
        var answer = await _server.PostAsync(body, accept: "application/graphql-response+json");

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/graphql-response+json; charset=utf-8", answer.ContentType);
        Assert.Equal(ErrorBody(message, "BAD_REQUEST"), answer.Body);
    }

    [Fact]
    public async Task A_refused_post_leaves_the_connection_to_the_next_request()
    {
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = _server.Address };

        foreach (var body in (string[])["{", "[]", """{"query":"{ a }"}"""])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri("/graphql", UriKind.Relative), content, TestContext.Current.CancellationToken);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, connections);
        Assert.Empty(_server.Log.Errors);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new ByteArrayContent([.. "{\"query\":\""u8, 0xff, .. "\"}"u8]),
        };
        request.Content.Headers.ContentType = new("application/json");

        var answer = await _server.SendAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Equal(ErrorBody("The request is not valid UTF-8.", "BAD_REQUEST"), answer.Body);
    }

    [Theory]
    [InlineData("variables")]
    [InlineData("unknown")]
    public async Task Json_deeper_than_the_limit_is_refused(string name)
    {
        var fits = await _server.PostAsync($$$"""{"query":"echo","{{{name}}}":{"a":[[[[]]]]}}""");
        var deeper = await _server.PostAsync($$$"""{"query":"echo","{{{name}}}":{"a":[[[[[]]]]]}}""");

        Assert.Equal(200, fits.Status);
        Assert.Equal(400, deeper.Status);
        Assert.Equal(ErrorBody("The request is nested deeper than 5 levels.", "DEPTH_LIMIT_EXCEEDED", ",\"limit\":5"), deeper.Body);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Json_of_hostile_depth_is_refused(string open, string close)
    {
        var levels = 19_000 / (open.Length + close.Length);
        var nested = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));

        var answer = await _server.PostAsync($$$"""{"query":"echo","variables":{"a":{{{nested}}}}}""");

        Assert.Equal(400, answer.Status);
        Assert.Equal(ErrorBody("The request is nested deeper than 5 levels.", "DEPTH_LIMIT_EXCEEDED", ",\"limit\":5"), answer.Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_with_the_figure(bool chunked)
    {
        var answer = await _server.PostAsync(
            JsonSerializer.Serialize(new { query = new string('a', 20_000) }),
            adjust: request => request.Headers.TransferEncodingChunked = chunked);

        Assert.Equal(413, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal(
            ErrorBody("The request is larger than 20000 bytes.", "REQUEST_SIZE_LIMIT_EXCEEDED", ",\"limit\":20000" + (chunked ? "" : ",\"actual\":20012")),
            answer.Body);
    }

    [Theory]
    [InlineData(null, "The Content-Type header is missing: send application/json in UTF-8.")]
    [InlineData("text/plain", "Content-Type text/plain is not supported: send application/json in UTF-8.")]
    [InlineData("application/json; charset=iso-8859-1", "Content-Type application/json; charset=iso-8859-1 is not supported: send application/json in UTF-8.")]
    [InlineData("application/x-www-form-urlencoded", "Content-Type application/x-www-form-urlencoded is not supported: send application/json in UTF-8.")]
    public async Task A_body_of_another_type_is_refused(string? contentType, string message)
    {
        var answer = await _server.PostAsync("""{"query":"echo"}""", contentType);

        Assert.Equal(415, answer.Status);
        Assert.Equal(ErrorBody(message, "BAD_REQUEST"), answer.Body);
    }

    [Theory]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON; charset=\"utf-8\"")]
    public async Task A_body_says_its_encoding(string contentType) =>
        Assert.Equal(200, (await _server.PostAsync("""{"query":"echo"}""", contentType)).Status);

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var answer = await _server.PostAsync("zip", adjust: request => request.Content!.Headers.ContentEncoding.Add("gzip"));

        Assert.Equal(415, answer.Status);
        Assert.Equal(ErrorBody("Content-Encoding gzip is not supported: send the body as it is.", "BAD_REQUEST"), answer.Body);
    }

    [Theory]
    [InlineData("", "Parameter \"query\" is missing.")]
    [InlineData("?QUERY=echo", "Parameter \"query\" is missing.")]
    [InlineData("?query=echo&query=echo", "Parameter \"query\" is given more than once.")]
    [InlineData("?query=echo&variables=%7B", "The request is not valid JSON (line 1, byte 2).")]
    [InlineData("?query=echo&variables=%7B%7D%7B%7D", "The request is not valid JSON (line 1, byte 3).")]
    [InlineData("?query=echo&variables=7", "Parameter \"variables\" must be a JSON object or null.")]
    [InlineData("?query=echo&extensions=[]", "Parameter \"extensions\" must be a JSON object or null.")]
    public async Task A_malformed_get_is_refused(string query, string message)
    {
        var answer = await _server.GetAsync(query);

        Assert.Equal(400, answer.Status);
        Assert.Equal(ErrorBody(message, "BAD_REQUEST"), answer.Body);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");

        var answer = await _server.SendAsync(request);

        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, POST, PUT, DELETE", answer.Allow);
        Assert.Equal(ErrorBody($"Method {method} is not supported: send GET or POST.", "BAD_REQUEST"), answer.Body);
    }

    [Fact]
    public async Task A_head_request_is_refused_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/graphql?query=echo");

        var answer = await _server.SendAsync(request);

        Assert.Equal((405, "GET, POST, PUT, DELETE", ""), (answer.Status, answer.Allow, answer.Body));
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("GraphQL-Require-Preflight", "1")]
    [InlineData("Apollo-Require-Preflight", "true")]
    [InlineData("X-Requested-With", "XMLHttpRequest")]
    public async Task A_get_with_a_header_that_needs_a_preflight_is_answered(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=echo");

        var answer = await _server.SendAsync(request, adjust: message => message.Headers.TryAddWithoutValidation(name, value));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task A_get_that_a_foreign_page_could_send_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=echo");

        var answer = await _server.SendAsync(request, "application/graphql-response+json");

        Assert.Equal((int)HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(
            ErrorBody(
                "A GET needs a header that no foreign web page can send unasked: Authorization, GraphQL-Require-Preflight or "
                + "Content-Type: application/json.",
                "CROSS_SITE_REFUSED"),
            answer.Body);
    }

    private static JsonElement Data(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        return JsonElement.Parse(answer.Body).GetProperty("data");
    }

    private static string ErrorBody(string message, string code, string figures = "") =>
        $$$"""{"errors":[{"message":"{{{message.Replace("\"", "\\\"", StringComparison.Ordinal)}}}","extensions":{"code":"{{{code}}}"{{{figures}}}}}]}""";
}
