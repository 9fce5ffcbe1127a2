using System.Text;
using R2P.GraphQL.Persisted;
using static R2P.GraphQL.Tests.Persisted.PersistedEngine;

namespace R2P.GraphQL.Tests.Persisted;

/// <summary>Automatic persisted queries, as Apollo's clients speak them.</summary>
public sealed class AutomaticQueryTests
{
    private static readonly string NotFound = Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");

    [Fact]
    public async Task A_document_is_taught_once_and_named_from_then_on()
    {
        var engine = await WithAsync();
        var hash = HashOf("{ a }");

        Assert.Equal(NotFound, await engine.RunAsync(Request(hash: hash)));
        Assert.Equal("""{"data":{"a":1}}""", await engine.RunAsync(Request("{ a }", hash: hash)));
        Assert.Equal("""{"data":{"a":1}}""", await engine.RunAsync(Request(hash: hash)));
        Assert.Equal("""{"data":{"a":1}}""", await engine.RunAsync(Request(id: "sha256:" + hash)));
    }

    [Fact]
    public async Task A_document_of_another_hash_is_refused_and_not_kept()
    {
        var engine = await WithAsync();
        var hash = HashOf("{ b }");

        Assert.Equal(
            Error("The document's SHA-256 is not the one that the request names.", "PERSISTED_QUERY_MISMATCH"),
            await engine.RunAsync(Request("{ a }", hash: hash)));
        Assert.Equal(NotFound, await engine.RunAsync(Request(hash: hash)));
    }

    [Fact]
    public async Task A_document_that_is_not_valid_is_not_kept()
    {
        var engine = await WithAsync();
        var hash = HashOf("{ nope }");

        Assert.Contains("VALIDATION_FAILED", await engine.RunAsync(Request("{ nope }", hash: hash)), StringComparison.Ordinal);
        Assert.Equal(NotFound, await engine.RunAsync(Request(hash: hash)));
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"0"}}""", "\"extensions.persistedQuery.version\" must be 1.")]
    [InlineData("""{"persistedQuery":{"version":"1","sha256Hash":"0"}}""", "\"extensions.persistedQuery.version\" must be 1.")]
    [InlineData("""{"persistedQuery":{}}""", "\"extensions.persistedQuery.version\" must be 1.")]
    [InlineData("""{"persistedQuery":[1]}""", "\"extensions.persistedQuery.version\" must be 1.")]
    [InlineData(
        """{"persistedQuery":{"version":1}}""",
        "\"extensions.persistedQuery.sha256Hash\" must be a SHA-256 in 64 lower-case hexadecimal digits.")]
    [InlineData(
        """{"persistedQuery":{"version":1,"sha256Hash":"abc"}}""",
        "\"extensions.persistedQuery.sha256Hash\" must be a SHA-256 in 64 lower-case hexadecimal digits.")]
    public async Task A_malformed_extension_is_refused(string extensions, string message)
    {
        var engine = await WithAsync();

        Assert.Equal(Error(message, "BAD_REQUEST"), await engine.RunAsync(Request("{ a }", extensions: extensions)));
    }

    [Fact]
    public async Task Switched_off_hashes_are_refused_and_texts_run()
    {
        var engine = await WithAsync(options => options.AutomaticQueries = false);
        var hash = HashOf("{ a }");

        Assert.Equal("""{"data":{"a":1}}""", await engine.RunAsync(Request("{ a }", hash: hash)));
        Assert.Equal(Error("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED"), await engine.RunAsync(Request(hash: hash)));
    }

    [Fact]
    public async Task A_flood_of_documents_is_bounded_and_what_is_used_stays()
    {
        var engine = await WithAsync(options => options.MaxAutomaticQueries = 10);
        var used = HashOf("{ a }");
        await engine.RunAsync(Request("{ a }", hash: used));
        for (var i = 0; i < 100; i++)
        {
            var text = $"{{ b(of: {i}) }}";
            await engine.RunAsync(Request(text, hash: HashOf(text)));
            Assert.Equal("""{"data":{"a":1}}""", await engine.RunAsync(Request(hash: used)));
        }

        var kept = 0;
        for (var i = 0; i < 100; i++)
        {
            kept += await engine.RunAsync(Request(hash: HashOf($"{{ b(of: {i}) }}"))) == NotFound ? 0 : 1;
        }

        Assert.Equal(9, kept);
    }

    [Fact]
    public void The_bytes_that_are_kept_are_bounded()
    {
        var queries = new AutomaticQueries(maxCount: 1000, maxBytes: 100);
        for (var i = 0; i < 10; i++)
        {
            queries.Add($"{i}", Encoding.UTF8.GetBytes(new string('x', 30)));
        }

        queries.Add("large", new byte[101]);

        Assert.Equal([7, 8, 9], Enumerable.Range(0, 10).Where(i => queries.TryGet($"{i}", out _)));
        Assert.False(queries.TryGet("large", out _));
    }
}
