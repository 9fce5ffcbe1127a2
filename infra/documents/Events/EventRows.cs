using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace R2P.Documents;

/// <summary>The log's statements.</summary>
internal static class EventRows
{
    private const string Columns = "position, id, type, document_id, document_kind, readers, changes_access, at, office_id";
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public static async Task InsertAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        IEnumerable<DocumentEvent> events,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetDatabaseNow();
        var rows = events.Select(e => new EventInput(
            Guid.CreateVersion7(now), e.Type, e.DocumentId, e.DocumentKind, e.Version, e.Readers, e.ChangesAccess,
            e.HidesActor, e.Data ?? Nothing));
        await using var command = new NpgsqlCommand("select r2p.append_events($1)", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string>
        {
            TypedValue = JsonSerializer.Serialize(rows, JsonSerializerOptions.Web),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The next headers for everyone: the process's own reader uses it, and shows a follower what is its.</summary>
    public static async Task<List<EventHeader>> ReadAllAsync(
        NpgsqlDataSource source, long after, int max, CancellationToken cancellationToken) =>
        (await ReadNewAsync(source, after, max, null, cancellationToken)).Headers;

    /// <summary>The same, with the database's time and what a companion asks.</summary>
    public static async Task<(List<EventHeader> Headers, DateTimeOffset Now)> ReadNewAsync(
        NpgsqlDataSource source, long after, int max, CompanionQuestion? companion, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { NewEvents(after, max) } };
        if (companion is not null)
        {
            batch.BatchCommands.Add(companion.Statement);
        }

        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = await ReadNewAsync(reader, cancellationToken);
        if (companion is not null)
        {
            await reader.NextResultAsync(cancellationToken);
            await companion.ReadAsync(reader, found.Headers, cancellationToken);
        }

        return found;
    }

    private static NpgsqlBatchCommand NewEvents(long after, int max)
    {
        var statement = new NpgsqlBatchCommand(
            $"select {Columns}, this.moment from (select clock_timestamp() as moment) this left join r2p.event_headers($1, $2) on true order by position");
        AddPage(statement.Parameters, after, max);
        return statement;
    }

    private static async Task<(List<EventHeader> Headers, DateTimeOffset Now)> ReadNewAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var (headers, now) = (new List<EventHeader>(), default(DateTimeOffset));
        while (await reader.ReadAsync(cancellationToken))
        {
            now = reader.GetFieldValue<DateTimeOffset>(9);
            if (!reader.IsDBNull(0))
            {
                headers.Add(Read(reader));
            }
        }

        return (headers, now);
    }

    /// <summary>The next headers for the viewer of this connection.</summary>
    public static async Task<List<EventHeader>> ReadVisibleAsync(
        NpgsqlConnection connection, long after, int max, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from r2p.event where position > $1 order by position limit $2", connection);
        return await ReadAsync(command, after, max, cancellationToken);
    }

    public static async Task<long> ReadHeadAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select r2p.event_head()");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The head in the snapshot of this connection.</summary>
    public static async Task<long> ReadHeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select r2p.event_head()", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<List<EventHeader>> ReadAsync(
        NpgsqlCommand command, long after, int max, CancellationToken cancellationToken)
    {
        AddPage(command.Parameters, after, max);
        var headers = new List<EventHeader>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            headers.Add(Read(reader));
        }

        return headers;
    }

    private static void AddPage(NpgsqlParameterCollection parameters, long after, int max)
    {
        parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = max });
    }

    private static EventHeader Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetString(2),
        reader.IsDBNull(3) ? null : reader.GetGuid(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.GetFieldValue<string[]>(5),
        reader.GetBoolean(6),
        reader.GetFieldValue<DateTimeOffset>(7),
        reader.IsDBNull(8) ? null : reader.GetGuid(8));
}
