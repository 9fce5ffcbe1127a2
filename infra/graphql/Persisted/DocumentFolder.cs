namespace R2P.GraphQL.Persisted;

/// <summary>The documents of all files in a folder (see <see cref="DocumentFile"/>).</summary>
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
        foreach (var file in Directory.EnumerateFiles(path).Where(DocumentFile.IsOne).Order(StringComparer.Ordinal))
        {
            documents.AddRange(await new DocumentFile(file).ReadAsync(cancellation));
        }

        return documents;
    }
}
