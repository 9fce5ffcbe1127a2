using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Persisted;
using R2P.GraphQL.Tests.AspNetCore;
using R2P.GraphQL.Tests.AspNetCore.Sockets;
using static R2P.GraphQL.Tests.Persisted.PersistedEngine;

namespace R2P.GraphQL.Tests.Persisted;

/// <summary>Documents named instead of sent: the same over every transport, taught over one and named over another.</summary>
public sealed class TransportTests
{
    private const string Official = "application/graphql-response+json";
    private const string Answered = """{"data":{"hello":"Hello"}}""";
    private static readonly string Hash = HashOf("{ hello }");
    private static readonly string Extension = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash}}}"}}""";
    private static readonly string ById = """{"documentId":"app-1","operationName":"Hello"}""";

    [Fact]
    public async Task What_was_taught_by_post_is_known_everywhere()
    {
        await using var server = await StartAsync();
        using var socket = await SocketClient.InitializeAsync(server);

        Assert.Equal(
            (400, Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")), Of(await PostAsync(server, $$"""{"extensions":{{Extension}}}""", Official)));
        Assert.Equal(200, (await PostAsync(server, $$"""{"extensions":{{Extension}}}""", "application/json")).Status);
        Assert.Equal((200, Answered), Of(await PostAsync(server, $$"""{"query":"{ hello }","extensions":{{Extension}}}""", Official)));

        Assert.Equal((200, Answered), Of(await PostAsync(server, $$"""{"query":null,"extensions":{{Extension}}}""", Official)));
        Assert.Equal((200, Answered), Of(await server.GetAsync("?extensions=" + Uri.EscapeDataString(Extension), Official)));
        Assert.Equal((200, Answered), Of(await server.GetAsync($"?documentId=sha256:{Hash}", Official)));
        Assert.Equal($"data: {Answered}", await FirstEventAsync(server, $$"""{"extensions":{{Extension}}}"""));
        Assert.Equal(
            $$$"""{"id":"1","type":"next","payload":{{{Answered}}}}""",
            await socket.AskAsync($$$"""{"id":"1","type":"subscribe","payload":{"extensions":{{{Extension}}}}}"""));
    }

    [Fact]
    public async Task An_enforced_registry_holds_on_every_transport()
    {
        await using var server = await StartAsync(TrustedDocumentsMode.Enforce);
        using var socket = await SocketClient.InitializeAsync(server);
        var refusal = Error("Only registered documents are executed here: send the \"documentId\" of one.", "DOCUMENT_NOT_REGISTERED");

        Assert.Equal((200, Answered), Of(await PostAsync(server, ById, Official)));
        Assert.Equal((200, Answered), Of(await server.GetAsync("?documentId=app-1&operationName=Hello", Official)));
        Assert.Equal($"data: {Answered}", await FirstEventAsync(server, ById));
        Assert.Equal(
            $$$"""{"id":"1","type":"next","payload":{{{Answered}}}}""",
            await socket.AskAsync($$$"""{"id":"1","type":"subscribe","payload":{{{ById}}}}"""));
        Assert.Equal("""{"id":"1","type":"complete"}""", await socket.ReceiveAsync());

        Assert.Equal((400, refusal), Of(await PostAsync(server, """{"query":"{ hello }"}""", Official)));
        Assert.Equal((400, refusal), Of(await server.GetAsync("?query=%7B+hello+%7D", Official)));
        Assert.Equal($"data: {refusal}", await FirstEventAsync(server, """{"query":"{ hello }"}"""));
        Assert.Equal(
            $$$"""{"id":"2","type":"error","payload":{{{refusal["{\"errors\":".Length..^1]}}}}""",
            await socket.AskAsync("""{"id":"2","type":"subscribe","payload":{"query":"{ hello }"}}"""));
    }

    [Fact]
    public async Task A_registered_mutation_is_not_for_get()
    {
        await using var server = await StartAsync();

        var answer = await server.GetAsync("?documentId=app-1&operationName=Change", Official);

        Assert.Equal((405, "POST"), (answer.Status, answer.Allow));
        Assert.Contains("OPERATION_NOT_ALLOWED", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"documentId":1}""", "Parameter \"documentId\" must be a string or null.")]
    [InlineData("""{"documentId":null}""", "Parameter \"query\" is missing.")]
    [InlineData("""{"extensions":{"persistedQuery":null}}""", "Parameter \"query\" is missing.")]
    public async Task A_request_must_name_its_document_by_a_string(string body, string message)
    {
        await using var server = await StartAsync();

        Assert.Equal((400, Error(message, "BAD_REQUEST")), Of(await PostAsync(server, body, "application/json")));
    }

    [Fact]
    public async Task A_malformed_id_is_400_in_either_media_type()
    {
        await using var server = await StartAsync();

        Assert.Equal(400, (await PostAsync(server, """{"documentId":"a b"}""", "application/json")).Status);
        Assert.Equal(400, (await PostAsync(server, """{"documentId":"a b"}""", Official)).Status);
    }

    [Fact]
    public async Task A_document_that_is_not_valid_stops_the_start() =>
        Assert.Equal(
            "app-1.graphql is no valid document of this schema: Cannot query field \"goodbye\" on type \"Query\". (line 1, column 3)",
            (await Assert.ThrowsAsync<DocumentRegistryException>(() => StartAsync(document: "{ goodbye }"))).Message);

    private static (int Status, string Body) Of(Answer answer) => (answer.Status, answer.Body);

    private static Task<Answer> PostAsync(TestServer server, string body, string accept) => server.PostAsync(body, accept: accept);

    private static async Task<string> FirstEventAsync(TestServer server, string body) =>
        (await server.PostAsync(body, accept: "text/event-stream")).Body.Split('\n').First(line => line.StartsWith("data: ", StringComparison.Ordinal));

    private static Task<TestServer> StartAsync(
        TrustedDocumentsMode mode = default, string document = "query Hello { hello } mutation Change { change }") =>
        TestServer.StartAsync(services => services.AddGraphQL(graphql => graphql
            .AddType(typeof(Greetings))
            .AddType(typeof(Changes))
            .AddDocuments(new FixedRegistry(("app-1", document)))
            .Configure(options => options.Persisted.TrustedDocuments = mode)));

    [QueryType]
    public static class Greetings
    {
        public static string Hello() => "Hello";
    }

    [MutationType]
    public static class Changes
    {
        public static int Change() => 1;
    }
}
