using Npgsql;
using R2P.Documents;
using R2P.GraphQL.Persisted;

namespace R2P.Schema.RegisteredDocuments;

/// <summary>The documents that are registered in the database, as the service's own login reads them.</summary>
public sealed class StoredDocuments(DocumentStore store) : IDocumentRegistry
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RegisteredDocument>> ReadAsync(CancellationToken cancellation) => await store.AskAsync(ReadAsync, cancellation);

    private static async Task<IReadOnlyList<RegisteredDocument>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select id, text from r2p.registered_document order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var documents = new List<RegisteredDocument>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetString(0);
            documents.Add(new RegisteredDocument(id, reader.GetFieldValue<byte[]>(1), $"the stored document \"{id}\""));
        }

        return documents;
    }
}
