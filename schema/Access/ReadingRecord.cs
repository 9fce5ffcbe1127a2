using Npgsql;
using NpgsqlTypes;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>Who read which restricted documents; written before what was read leaves.</summary>
public sealed class ReadingRecord(DocumentStore store)
{
    /// <summary>Writes one row.</summary>
    public Task NoteAsync(AccessContext reader, Guid[] documents, CancellationToken cancellation) =>
        store.AskAsync((connection, token) => RecordAsync(connection, reader, documents, token), cancellation);

    private static async Task<int> RecordAsync(NpgsqlConnection connection, AccessContext reader, Guid[] documents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select r2p.note_reading($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)reader.PersonId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)reader.OfficeId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = documents });
        await command.PrepareAsync(cancellation);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
