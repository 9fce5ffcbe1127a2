using Npgsql;
using R2P.Schema.Access;

namespace R2P.Bench.Service.Raw;

/// <summary>
/// For Q1 on restricted documents: the record that the service writes when somebody reads them, written by hand, too, if <c>R2P_BENCH_AUDIT</c> is set.
/// The persona holds no office: their readings are noted under none.
/// </summary>
internal sealed class RawAudit(NpgsqlDataSource source)
{
    private const string Sql = """
        select r2p.note_readings(
            array_fill(1, array[cardinality($2)]), array_fill($1, array[cardinality($2)]), array_fill(null::uuid, array[cardinality($2)]), $2)
        """;

    public static RawAudit? Configured() =>
        Environment.GetEnvironmentVariable("R2P_BENCH_AUDIT") is { Length: > 0 }
            ? new RawAudit(NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("R2P__Database__ServiceConnectionString")!))
            : null;

    public async Task RecordAsync(Viewer viewer, List<Guid> documents, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.PersonId ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. documents] });
        await command.PrepareAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
