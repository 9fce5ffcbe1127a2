using Npgsql;
using NpgsqlTypes;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>Who read which restricted documents; written before what was read leaves. Each document is noted under the offices that it was open to.</summary>
public sealed class ReadingRecord(DocumentStore store)
{
    /// <summary>Writes one row for each office.</summary>
    public Task NoteAsync(Viewer reader, IReadOnlyCollection<RestrictedRead> documents, CancellationToken cancellation) =>
        store.AskAsync((connection, token) => RecordAsync(connection, reader, documents, token), cancellation);

    private static async Task<bool> RecordAsync(
        NpgsqlConnection connection, Viewer reader, IReadOnlyCollection<RestrictedRead> documents, CancellationToken cancellation)
    {
        (Guid? Office, Guid Document)[] notes =
            [.. documents.SelectMany(document => OfficesOf(reader, document).Select(office => (office, document.Id)))];
        await using var command = new NpgsqlCommand("select r2p.note_readings($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)reader.PersonId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid?[]> { TypedValue = [.. notes.Select(note => note.Office)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. notes.Select(note => note.Document)] });
        await command.PrepareAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    private static IEnumerable<Guid?> OfficesOf(Viewer reader, RestrictedRead document) =>
        reader.OfficesAmong(document.Readers) is { Count: > 0 } offices ? offices.Select(office => (Guid?)office) : [null];
}
