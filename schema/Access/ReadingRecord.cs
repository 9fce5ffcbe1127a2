using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>
/// Who read which restricted documents; written before what was read leaves. Each document is noted under the offices that it was open to. Readings that are
/// to be noted at the same time are committed together.
/// </summary>
public sealed class ReadingRecord(DocumentStore store)
{
    private readonly Coalescer<Reading, bool> _writing = new(readings => store.AskAsync((connection, token) => RecordAsync(connection, readings, token)));

    /// <summary>Writes one row for each office. Done when it is committed.</summary>
    public Task NoteAsync(Viewer reader, IReadOnlyCollection<RestrictedRead> documents, CancellationToken cancellation) =>
        _writing.AskAsync(new Reading(reader, documents), cancellation);

    private static async Task<IReadOnlyList<bool>> RecordAsync(
        NpgsqlConnection connection, IReadOnlyList<Reading> readings, CancellationToken cancellation)
    {
        Note[] notes = [.. readings.SelectMany((reading, number) => reading.Notes(number))];
        await using var command = new NpgsqlCommand("select r2p.note_readings($1, $2, $3, $4)", connection);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. notes.Select(note => note.Reading)] });
        command.Parameters.Add(new NpgsqlParameter<Guid?[]> { TypedValue = [.. notes.Select(note => note.Person)] });
        command.Parameters.Add(new NpgsqlParameter<Guid?[]> { TypedValue = [.. notes.Select(note => note.Office)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. notes.Select(note => note.Document)] });
        await command.PrepareAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
        return [.. readings.Select(_ => true)];
    }

    /// <summary>That a document was read under an office, in one of several readings.</summary>
    private sealed record Note(int Reading, Guid? Person, Guid? Office, Guid Document);

    /// <summary>What one answer shows: not equal to another, whatever that shows.</summary>
    private sealed class Reading(Viewer reader, IReadOnlyCollection<RestrictedRead> documents)
    {
        public IEnumerable<Note> Notes(int number) => documents.SelectMany(
            document => OfficesOf(document).Select(office => new Note(number, reader.PersonId, office, document.Id)));

        private IEnumerable<Guid?> OfficesOf(RestrictedRead document) =>
            reader.OfficesAmong(document.Readers) is { Count: > 0 } offices ? offices.Select(office => (Guid?)office) : [null];
    }
}
