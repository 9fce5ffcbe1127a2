using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace R2P.Documents;

/// <summary>The database and the migrations of this build don't belong together, or a migration failed.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Brings a database up to date. Safe to run at every start, by any number of instances at once.</summary>
public static partial class MigrationRunner
{
    private const long LockKey = 7252_0001;
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>Applies the migrations that the database doesn't have yet, in the order of their numbers.</summary>
    /// <exception cref="MigrationException">
    /// Two migrations share a number, one was changed after it ran, or the database is newer than this build.
    /// </exception>
    public static async Task RunAsync(
        string ownerConnectionString,
        IEnumerable<MigrationSource> sources,
        ILogger logger,
        CancellationToken cancellationToken = default)
    {
        var migrations = sources.SelectMany(s => s.Migrations).OrderBy(m => m.Number).ToList();
        RefuseDuplicates(migrations);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        await ExecuteAsync(connection, Ledger.Create, cancellationToken);
        var applied = await Ledger.ReadAsync(connection, cancellationToken);
        Ledger.Compare(applied, migrations);
        foreach (var migration in migrations.Where(m => !applied.ContainsKey(m.Number)))
        {
            await ApplyAsync(connection, migration, cancellationToken);
            LogApplied(logger, migration.Number, migration.Name);
        }

        await LeakproofOperators.MarkAsync(connection, cancellationToken);
    }

    private static void RefuseDuplicates(IEnumerable<Migration> migrations)
    {
        if (migrations.GroupBy(m => m.Number).FirstOrDefault(g => g.Count() > 1) is { } duplicate)
        {
            throw new MigrationException(
                $"Two migrations have the number {duplicate.Key:D4}: {string.Join(", ", duplicate.Select(m => m.Name))}.");
        }
    }

    /// <summary>Polls instead of waiting: a waiting lock request and CREATE INDEX CONCURRENTLY wait for each other.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
        while (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
        {
            if (Stopwatch.GetElapsedTime(started) > LockPatience)
            {
                throw new MigrationException(
                    $"Another instance has been migrating this database for more than {LockPatience.TotalMinutes} minutes.");
            }

            await Task.Delay(LockPoll, cancellationToken);
        }
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, "set local lock_timeout = '10s'", cancellationToken);
            await ExecuteAsync(connection, migration.Sql, cancellationToken);
            await Ledger.AddAsync(connection, migration, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException failure)
        {
            throw new MigrationException(
                $"Migration {migration.Number:D4}_{migration.Name} failed and was undone: {failure.MessageText}", failure);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Applied migration {Number:0000} {Name}.")]
    private static partial void LogApplied(ILogger logger, int number, string name);
}
