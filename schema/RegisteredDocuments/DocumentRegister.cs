using Npgsql;
using NpgsqlTypes;
using R2P.Documents;
using R2P.GraphQL.Persisted;
using R2P.Schema.Changes;

namespace R2P.Schema.RegisteredDocuments;

/// <summary>A document as an operator sees it in the list.</summary>
/// <param name="Id">What requests name.</param>
/// <param name="Bytes">The length of its text.</param>
/// <param name="AddedAt">Since when it is registered.</param>
public sealed record ListedDocument(string Id, int Bytes, DateTimeOffset AddedAt);

/// <summary>What operators do with the documents that are registered in the database. It writes as the owner of the tables; the service could not.</summary>
public sealed class DocumentRegister(DocumentStore store)
{
    /// <summary>Adds documents, all or none, and answers which were not there yet. That they are valid is for the caller to see to.</summary>
    /// <exception cref="DocumentRegistryException">An id is taken by another document: clients out there name that one by it.</exception>
    public Task<IReadOnlyList<string>> AddAsync(IReadOnlyCollection<RegisteredDocument> documents, CancellationToken cancellation = default) =>
        ChangeAsync("addRegisteredDocuments", session => InsertAsync(session.Connection, documents, cancellation), added => added.Count > 0, cancellation);

    /// <summary>Removes a document; false if none has this id.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellation = default) =>
        ChangeAsync("removeRegisteredDocument", session => DeleteAsync(session.Connection, id, cancellation), removed => removed, cancellation);

    /// <summary>All that there are, by id.</summary>
    public Task<IReadOnlyList<ListedDocument>> ListAsync(CancellationToken cancellation = default) => store.SeedAsync(
        AccessContext.Anonymous, "listRegisteredDocuments", session => ListAsync(session.Connection, cancellation), cancellation);

    private Task<T> ChangeAsync<T>(string act, Func<WriteSession, Task<T>> change, Func<T, bool> isChange, CancellationToken cancellation) =>
        store.SeedAsync(
            AccessContext.Anonymous,
            act,
            async session =>
            {
                var outcome = await change(session);
                if (isChange(outcome))
                {
                    session.Append(ChangeType.RegisteredDocumentsChanged.ToldTo([StoredDocumentsWatch.Reader]));
                }

                return outcome;
            },
            cancellation);

    private static async Task<IReadOnlyList<string>> InsertAsync(
        NpgsqlConnection connection, IReadOnlyCollection<RegisteredDocument> documents, CancellationToken cancellation)
    {
        await using var inTurn = new NpgsqlCommand("lock table r2p.registered_document in share row exclusive mode", connection);
        await inTurn.ExecuteNonQueryAsync(cancellation);
        var given = documents.DistinctBy(document => document.Id).ToList();
        await using var command = new NpgsqlCommand(
            """
            with given as (select * from unnest($1, $2) given (id, text)),
                added as (insert into r2p.registered_document (id, text) select * from given on conflict (id) do nothing returning id)
            select g.id, a.id is not null, d.text is distinct from g.text from given g
            left join added a using (id) left join r2p.registered_document d using (id)
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. given.Select(document => document.Id)] });
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = given.Select(document => document.Text.ToArray()).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
        });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var added = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            var (id, isNew, differs) = (reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2));
            if (isNew)
            {
                added.Add(id);
            }
            else if (differs)
            {
                throw new DocumentRegistryException(
                    $"\"{id}\" is registered with another document. Clients may name that one: give the new one another id, or remove the old one first.");
            }
        }

        return added;
    }

    private static async Task<bool> DeleteAsync(NpgsqlConnection connection, string id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("delete from r2p.registered_document where id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private static async Task<IReadOnlyList<ListedDocument>> ListAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select id, length(text), added_at from r2p.registered_document order by id collate \"C\"", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var documents = new List<ListedDocument>();
        while (await reader.ReadAsync(cancellation))
        {
            documents.Add(new ListedDocument(reader.GetString(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2)));
        }

        return documents;
    }
}
