using System.Data;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// One moment of the database, as one viewer sees it: a transaction that reads. Whose it is, is told before anything else; a statement whose plan is
/// kept takes that along on its own way.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly AccessContext _access;
    private bool _isTold;

    private Snapshot(NpgsqlConnection connection, NpgsqlTransaction transaction, AccessContext access) =>
        (_connection, _transaction, _access) = (connection, transaction, access);

    /// <summary>Begins one, of which nothing is sent yet; or one that looks at the moment of another.</summary>
    public static async ValueTask<Snapshot> BeginAsync(
        NpgsqlConnection connection, AccessContext access, SharedSnapshot? shared, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = new Snapshot(connection, transaction, access);
        if (shared is not null)
        {
            try
            {
                await SessionSettings.EnterSnapshotAsync(connection, transaction, shared, cancellationToken);
            }
            catch
            {
                await snapshot.DisposeAsync();
                throw;
            }
        }

        return snapshot;
    }

    /// <summary>Tells whose it is, in a round trip of its own; for statements that come by another way than this class.</summary>
    public ValueTask TellAsync(CancellationToken cancellationToken)
    {
        return _isTold ? ValueTask.CompletedTask : TellAloneAsync(cancellationToken);

        async ValueTask TellAloneAsync(CancellationToken token)
        {
            await using var batch = new NpgsqlBatch(_connection, _transaction) { BatchCommands = { SessionSettings.Reading(_access) } };
            await batch.PrepareAsync(token);
            await batch.ExecuteNonQueryAsync(token);
            _isTold = true;
        }
    }

    /// <summary>Reads what a statement finds.</summary>
    /// <param name="statement">The statement; not used before.</param>
    /// <param name="keepsPlan">Whether the connection keeps its plan.</param>
    /// <param name="read">Reads the rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> ReadAsync<T>(
        NpgsqlBatchCommand statement, bool keepsPlan, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(_connection, _transaction);
        var takesAlong = keepsPlan && !_isTold;
        if (takesAlong)
        {
            batch.BatchCommands.Add(SessionSettings.Reading(_access));
        }
        else
        {
            await TellAsync(cancellationToken);
        }

        batch.BatchCommands.Add(statement);
        if (keepsPlan)
        {
            await batch.PrepareAsync(cancellationToken);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (takesAlong)
        {
            await reader.NextResultAsync(cancellationToken);
            _isTold = true;
        }

        return await read(reader);
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
