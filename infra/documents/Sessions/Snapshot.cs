using System.Data;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// One moment of the database, as one viewer sees it: a transaction that reads. Whose it is, is told before anything else; statements whose plans are
/// kept take that along on their own way.
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

    /// <summary>Has one statement after the other answered, in one round trip.</summary>
    /// <param name="questions">The statements; several only if their plans are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AnswerAsync(ReadOnlyMemory<Question> questions, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(_connection, _transaction);
        var keepsPlans = questions.Span[0].KeepsPlan;
        var takesAlong = keepsPlans && !_isTold;
        if (takesAlong)
        {
            batch.BatchCommands.Add(SessionSettings.Reading(_access));
        }
        else
        {
            await TellAsync(cancellationToken);
        }

        foreach (var question in questions.Span)
        {
            batch.BatchCommands.Add(question.Statement);
        }

        if (keepsPlans)
        {
            await batch.PrepareAsync(cancellationToken);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < questions.Length; i++)
        {
            if (takesAlong || i > 0)
            {
                await reader.NextResultAsync(cancellationToken);
                _isTold = true;
            }

            await questions.Span[i].ReadAsync(reader);
        }
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
