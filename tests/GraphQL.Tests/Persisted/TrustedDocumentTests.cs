using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Persisted;
using static R2P.GraphQL.Tests.Persisted.PersistedEngine;

namespace R2P.GraphQL.Tests.Persisted;

/// <summary>Registered documents: found by their ids, and alone when that is enforced.</summary>
public sealed class TrustedDocumentTests
{
    private const string Answer = """{"data":{"a":1}}""";

    private static readonly string OnlyRegistered =
        Error("Only registered documents are executed here: send the \"documentId\" of one.", "DOCUMENT_NOT_REGISTERED");

    [Theory]
    [InlineData(TrustedDocumentsMode.Off)]
    [InlineData(TrustedDocumentsMode.LogOnly)]
    [InlineData(TrustedDocumentsMode.Enforce)]
    public async Task A_registered_document_runs_by_its_id_and_by_its_hash(TrustedDocumentsMode mode)
    {
        var log = new Lines();
        var engine = await WithAsync(options => options.TrustedDocuments = mode, log, ("app-0", "{ b }"), ("app-1", "{ a }"));

        Assert.Equal(Answer, await engine.RunAsync(Request(id: "app-1")));
        Assert.Equal(Answer, await engine.RunAsync(Request("{ a }", id: "app-1")));
        Assert.Equal(Answer, await engine.RunAsync(Request(id: "sha256:" + HashOf("{ a }"))));
        Assert.Equal(Answer, await engine.RunAsync(Request(hash: HashOf("{ a }"))));
        Assert.Empty(log.Written);
    }

    [Fact]
    public async Task Another_text_than_the_registered_one_is_refused()
    {
        var engine = await WithAsync(registered: ("app-1", "{ a }"));

        Assert.Equal(
            Error("The document that is registered as \"app-1\" is not the one that was sent with it.", "PERSISTED_QUERY_MISMATCH"),
            await engine.RunAsync(Request("{ b }", id: "app-1")));
    }

    [Theory]
    [InlineData(TrustedDocumentsMode.Off)]
    [InlineData(TrustedDocumentsMode.LogOnly)]
    [InlineData(TrustedDocumentsMode.Enforce)]
    public async Task An_unknown_id_is_refused(TrustedDocumentsMode mode)
    {
        var engine = await WithAsync(options => options.TrustedDocuments = mode);

        Assert.Equal(Error("No document is registered as \"app-2\".", "DOCUMENT_NOT_REGISTERED"), await engine.RunAsync(Request(id: "app-2")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":x")]
    [InlineData("x:")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("é")]
    public async Task A_malformed_id_is_refused(string id)
    {
        var engine = await WithAsync();

        Assert.Equal(
            Error(
                "Parameter \"documentId\" must be a document identifier: at most 256 letters, digits and \"-._~\", with a prefix before \":\" if there is one.",
                "BAD_REQUEST"),
            await engine.RunAsync(Request(id: id)));
    }

    [Theory]
    [InlineData("{ a }")]
    [InlineData("{ b }")]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("not even GraphQL {")]
    [InlineData("")]
    public async Task Enforced_a_text_is_refused_whatever_it_says(string text)
    {
        var engine = await WithAsync(options => options.TrustedDocuments = TrustedDocumentsMode.Enforce, registered: ("app-1", "{ a }"));

        Assert.Equal(OnlyRegistered, await engine.RunAsync(Request(text)));
    }

    [Fact]
    public async Task Enforced_nobody_teaches_the_service()
    {
        var engine = await WithAsync(options => options.TrustedDocuments = TrustedDocumentsMode.Enforce);
        var hash = HashOf("{ a }");

        Assert.Equal(OnlyRegistered, await engine.RunAsync(Request("{ a }", hash: hash)));
        Assert.Equal(OnlyRegistered, await engine.RunAsync(Request(hash: hash)));
        Assert.Equal(
            Error($"No document is registered as \"sha256:{hash}\".", "DOCUMENT_NOT_REGISTERED"),
            await engine.RunAsync(Request("{ a }", id: "sha256:" + hash)));
    }

    [Fact]
    public async Task Log_only_runs_everything_and_logs_what_would_have_been_refused()
    {
        var log = new Lines();
        var engine = await WithAsync(options => options.TrustedDocuments = TrustedDocumentsMode.LogOnly, log, ("app-1", "{ a }"));

        Assert.Equal(Answer, await engine.RunAsync("query Named { a }", """{"secret":"1234"}""", PersistedEngine.Data, "Named"));
        Assert.Equal(Answer, await engine.RunAsync(Request("{ a }", id: "app-2")));

        Assert.Equal(
            [
                $"A document that is not registered was executed: sha256:{HashOf("query Named { a }")}, operation Named",
                "A document that is not registered was executed: app-2, operation (null)",
            ],
            log.Written);
    }

    [Fact]
    public async Task A_name_that_would_forge_a_line_is_not_logged()
    {
        var log = new Lines();
        var engine = await WithAsync(options => options.TrustedDocuments = TrustedDocumentsMode.LogOnly, log);

        await engine.RunAsync("{ a }", operationName: "x\nERR forged");

        Assert.EndsWith("operation (null)", Assert.Single(log.Written), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_document_that_is_not_valid_is_named_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<DocumentRegistryException>(() => WithAsync(registered: ("app-1", "{\n  nope\n}")));

        Assert.Equal(
            "app-1.graphql is no valid document of this schema: Cannot query field \"nope\" on type \"Query\". (line 2, column 3)", failure.Message);
    }

    [Fact]
    public async Task A_registered_document_that_does_not_parse_is_named_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<DocumentRegistryException>(() => WithAsync(registered: ("app-1", "{ a")));

        Assert.Equal(
            "app-1.graphql is no valid document of this schema: Syntax Error: Expected Name, found <EOF>. (line 1, column 4)", failure.Message);
    }

    [Fact]
    public async Task One_id_for_two_documents_is_refused()
    {
        var failure = await Assert.ThrowsAsync<DocumentRegistryException>(() => WithAsync(registered: [("x", "{ a }"), ("x", "{ b }")]));

        Assert.Equal("\"x\" is registered twice with different documents: x.graphql and x.graphql.", failure.Message);
    }

    [Fact]
    public async Task A_hash_as_id_must_be_the_documents_own()
    {
        var failure = await Assert.ThrowsAsync<DocumentRegistryException>(() => WithAsync(registered: ("sha256:" + HashOf("{ b }"), "{ a }")));

        Assert.Equal(
            $"sha256:{HashOf("{ b }")}.graphql: the document's identifier is sha256:{HashOf("{ a }")}, not \"sha256:{HashOf("{ b }")}\".",
            failure.Message);
    }

    private sealed class Lines : ILogger<OperationExecutor>
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));
    }
}
