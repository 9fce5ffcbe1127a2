using Npgsql;

namespace R2P.Documents;

/// <summary>The table <c>r2p.migration</c>: what ran on this database.</summary>
internal static class Ledger
{
    public const string Create =
        """
        create schema if not exists r2p;
        create table if not exists r2p.migration (
            number int primary key,
            name text not null,
            checksum text not null,
            applied_at timestamptz not null default now()
        );
        """;

    public static async Task<Dictionary<int, (string Name, string Checksum)>> ReadAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<int, (string Name, string Checksum)>();
        await using var command = new NpgsqlCommand("select number, name, checksum from r2p.migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        }

        return applied;
    }

    public static void Compare(
        IReadOnlyDictionary<int, (string Name, string Checksum)> applied, IEnumerable<Migration> migrations)
    {
        var known = migrations.ToDictionary(m => m.Number);
        foreach (var (number, (name, checksum)) in applied)
        {
            if (!known.TryGetValue(number, out var migration))
            {
                throw new MigrationException(
                    $"The database has migration {number:D4}_{name}, which this build doesn't know: it is newer. Run the build "
                    + "that made it, or restore a dump from before.");
            }

            if (migration.Checksum != checksum)
            {
                throw new MigrationException(
                    $"Migration {number:D4}_{name} was changed after it ran on this database. Restore its text and put the "
                    + "change into a new migration.");
            }
        }
    }

    public static async Task AddAsync(
        NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into r2p.migration (number, name, checksum) values ($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = migration.Number });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = migration.Name });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = migration.Checksum });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
