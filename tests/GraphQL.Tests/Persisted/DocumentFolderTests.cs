using R2P.GraphQL.Persisted;

namespace R2P.GraphQL.Tests.Persisted;

/// <summary>A folder of documents, in each form in which tools write them.</summary>
public sealed class DocumentFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("r2p-documents-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task Files_and_maps_are_read()
    {
        Write("first.graphql", "{ a }");
        Write("relay.json", """{"b1946ac9":"query B { b }","sha256:x":"{ a b }"}""");
        Write("README.md", "not a document");

        var documents = await ReadAsync();

        Assert.Equal(
            [
                ("first", "{ a }", Path.Combine(_path, "first.graphql")),
                ("b1946ac9", "query B { b }", Path.Combine(_path, "relay.json") + " (\"b1946ac9\")"),
                ("sha256:x", "{ a b }", Path.Combine(_path, "relay.json") + " (\"sha256:x\")"),
            ],
            documents.Select(document => (document.Id, System.Text.Encoding.UTF8.GetString(document.Text.Span), document.Origin)));
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var missing = Path.Combine(_path, "missing");

        var failure = await Assert.ThrowsAsync<DocumentRegistryException>(
            () => new DocumentFolder(missing).ReadAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal($"The folder of registered documents {missing} does not exist.", failure.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":1}")]
    [InlineData("{")]
    public async Task A_map_of_another_shape_is_named(string json)
    {
        Write("map.json", json);

        var failure = await Assert.ThrowsAsync<DocumentRegistryException>(ReadAsync);

        Assert.StartsWith(
            $"{Path.Combine(_path, "map.json")} must be a JSON object of document texts by their ids: ", failure.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<RegisteredDocument>> ReadAsync() => new DocumentFolder(_path).ReadAsync(TestContext.Current.CancellationToken).AsTask();

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_path, name), text);
}
