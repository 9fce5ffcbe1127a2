using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Persisted;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Persisted;

/// <summary>An engine with registered documents, and requests that name theirs.</summary>
internal static class PersistedEngine
{
    public const string Sdl = "type Query { a: Int b(of: Int): Int } type Mutation { change: Int }";

    public const string Data = """{"a":1,"b":2}""";

    public static string HashOf(string text) => DocumentIdentifier.HashOf(Encoding.UTF8.GetBytes(text));

    public static async Task<TestEngine> WithAsync(
        Action<PersistedOptions>? configure = null, ILogger<OperationExecutor>? logger = null, params (string Id, string Text)[] registered)
    {
        var options = new GraphQLOptions();
        configure?.Invoke(options.Persisted);
        var schema = TestEngine.SchemaOf(Sdl);
        var trusted = new TrustedDocuments([new FixedRegistry(registered)], schema, options);
        await trusted.LoadAsync(TestContext.Current.CancellationToken);
        return new TestEngine(schema, options, logger: logger, trusted: trusted);
    }

    /// <summary>A request with a text, an id, a hash, or several of them.</summary>
    public static GraphQLRequest Request(string query = "", string? id = null, string? hash = null, string? extensions = null) => new()
    {
        Query = Encoding.UTF8.GetBytes(query),
        DocumentId = id,
        Extensions = (extensions ?? (hash is null ? null : $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""")) is { } json
            ? JsonElement.Parse(json)
            : null,
        InitialValue = TestEngine.Value(JsonElement.Parse(Data)),
    };

    public static async Task<string> RunAsync(this TestEngine engine, GraphQLRequest request) => TestEngine.Text(await engine.ExecuteAsync(request));

    /// <summary>A response that is one error without a place.</summary>
    public static string Error(string message, string code) =>
        $$$"""{"errors":[{"message":{{{JsonSerializer.Serialize(message, Relaxed)}}},"extensions":{"code":"{{{code}}}"}}]}""";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>Documents given by a test.</summary>
internal sealed class FixedRegistry(params (string Id, string Text)[] documents) : IDocumentRegistry
{
    public ValueTask<IReadOnlyList<RegisteredDocument>> ReadAsync(CancellationToken cancellation) =>
        new([.. documents.Select(document => new RegisteredDocument(document.Id, Encoding.UTF8.GetBytes(document.Text), document.Id + ".graphql"))]);
}
