using System.Text;
using System.Text.Json;

namespace R2P.GraphQL.Persisted;

/// <summary>
/// The documents of one file: <c>ID.graphql</c> holds one; <c>*.json</c> holds several as a map from id to text, as relay-compiler and GraphQL Code
/// Generator write it.
/// </summary>
public sealed class DocumentFile(string path) : IDocumentRegistry
{
    private const string OneDocument = ".graphql";
    private const string ManyDocuments = ".json";

    /// <summary>Whether a file's name says that it holds documents.</summary>
    public static bool IsOne(string path) => Path.GetExtension(path) is OneDocument or ManyDocuments;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RegisteredDocument>> ReadAsync(CancellationToken cancellation)
    {
        if (!IsOne(path))
        {
            throw new DocumentRegistryException($"{path} holds no documents: its name must end in {OneDocument} or {ManyDocuments}.");
        }

        var content = await ReadBytesAsync(cancellation);
        return Path.GetExtension(path) == OneDocument
            ? [new RegisteredDocument(Path.GetFileNameWithoutExtension(path), content, path)]
            : ReadMap(content);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync(CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DocumentRegistryException($"{path} can't be read: {failure.Message}", failure);
        }
    }

    private List<RegisteredDocument> ReadMap(ReadOnlyMemory<byte> json)
    {
        try
        {
            var map = JsonSerializer.Deserialize<Dictionary<string, string>>(json.Span) ?? [];
            return [.. map.Select(entry => new RegisteredDocument(entry.Key, Encoding.UTF8.GetBytes(entry.Value), $"{path} (\"{entry.Key}\")"))];
        }
        catch (JsonException failure)
        {
            throw new DocumentRegistryException($"{path} must be a JSON object of document texts by their ids: {failure.Message}", failure);
        }
    }
}
