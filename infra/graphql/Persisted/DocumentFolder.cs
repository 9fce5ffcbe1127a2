using System.Text.Json;

namespace R2P.GraphQL.Persisted;

/// <summary>
/// Documents in a folder: <c>ID.graphql</c> holds one; <c>*.json</c> holds several as a map from id to text, as relay-compiler and GraphQL Code
/// Generator write it.
/// </summary>
public sealed class DocumentFolder(string path) : IDocumentRegistry
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RegisteredDocument>> ReadAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(path))
        {
            throw new DocumentRegistryException($"The folder of registered documents {path} does not exist.");
        }

        var documents = new List<RegisteredDocument>();
        foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
        {
            switch (Path.GetExtension(file))
            {
                case ".graphql":
                    documents.Add(new RegisteredDocument(Path.GetFileNameWithoutExtension(file), await ReadFileAsync(file, cancellation), file));
                    break;
                case ".json":
                    documents.AddRange(ReadMap(file, await ReadFileAsync(file, cancellation)));
                    break;
            }
        }

        return documents;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadFileAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DocumentRegistryException($"{file} can't be read: {failure.Message}", failure);
        }
    }

    private static IEnumerable<RegisteredDocument> ReadMap(string file, ReadOnlyMemory<byte> json)
    {
        try
        {
            var map = JsonSerializer.Deserialize<Dictionary<string, string>>(json.Span) ?? [];
            return map.Select(entry => new RegisteredDocument(entry.Key, System.Text.Encoding.UTF8.GetBytes(entry.Value), $"{file} (\"{entry.Key}\")"));
        }
        catch (JsonException failure)
        {
            throw new DocumentRegistryException($"{file} must be a JSON object of document texts by their ids: {failure.Message}", failure);
        }
    }
}
