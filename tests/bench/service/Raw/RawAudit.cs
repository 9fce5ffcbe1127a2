using Npgsql;
using R2P.Schema.Access;

namespace R2P.Bench.Service.Raw;

/// <summary>
/// OPTION, for Q1 on restricted documents: the record that the service writes when somebody reads them has to be written by hand, too. Set
/// <c>R2P_BENCH_AUDIT</c> to the SQL that writes it ($1 the person, $2 the documents' ids); without it nothing is written.
/// </summary>
internal sealed class RawAudit(NpgsqlDataSource source, string sql)
{
    public static RawAudit? Configured() =>
        Environment.GetEnvironmentVariable("R2P_BENCH_AUDIT") is { Length: > 0 } sql
            ? new RawAudit(NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("R2P__Database__ServiceConnectionString")!), sql)
            : null;

    public async Task RecordAsync(Viewer viewer, List<Guid> documents, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.PersonId ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. documents] });
        await command.PrepareAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
