using Microsoft.Extensions.Logging;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// The wake-up between instances: <c>NOTIFY</c> without content after commits, many commits to one, and one connection that
/// listens. Neither is trusted to arrive: the log is polled besides.
/// </summary>
internal sealed partial class EventWire(
    NpgsqlDataSource source, string connectionString, EventSignal signal, ILogger logger)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private readonly string _unpooled = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        CommandTimeout = 5,
        ApplicationName = "r2p-listen",
    }.ConnectionString;

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await signal.OtherInstances.WaitAsync(cancellationToken);
        await using var command = source.CreateCommand("notify r2p_event");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Listens until the connection breaks.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_unpooled);
        connection.Notification += (_, _) => signal.Tail.Raise();
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "listen r2p_event", cancellationToken);
        LogListening(logger);
        signal.Tail.Raise();
        while (true)
        {
            if (!await connection.WaitAsync(Heartbeat, cancellationToken))
            {
                await ExecuteAsync(connection, "select 1", cancellationToken);
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Debug, "Listening for events of other instances.")]
    private static partial void LogListening(ILogger logger);
}
