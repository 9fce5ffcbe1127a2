using Npgsql;

namespace R2P.Schema.Tests.Members;

/// <summary>One connection on which a test runs SQL by hand.</summary>
internal sealed class RawSql(NpgsqlConnection connection) : IAsyncDisposable
{
    public static async Task<RawSql> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return new RawSql(connection);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Goes on when another connection waits for what this one holds.</summary>
    public async Task UntilSomebodyWaitsAsync()
    {
        while (!await ScalarAsync<bool>("select exists (select from pg_locks l where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid)))"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
