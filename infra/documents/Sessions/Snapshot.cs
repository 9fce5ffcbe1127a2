using System.Data;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// One moment of the database, a transaction that reads. Who asks is told before anything else, and before what somebody else asks; statements whose plans
/// are kept take that along on their own way.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private AccessContext? _told;

    private Snapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    /// <summary>Begins one, of which nothing is sent yet; or one that looks at the moment of another.</summary>
    public static async ValueTask<Snapshot> BeginAsync(
        NpgsqlConnection connection, SharedSnapshot? shared, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = new Snapshot(connection, transaction);
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

    /// <summary>Tells who asks, in a round trip of its own; for statements that come by another way than this class.</summary>
    public ValueTask TellAsync(AccessContext access, CancellationToken cancellationToken)
    {
        return _told == access ? ValueTask.CompletedTask : TellAloneAsync(cancellationToken);

        async ValueTask TellAloneAsync(CancellationToken token)
        {
            await using var batch = new NpgsqlBatch(_connection, _transaction) { BatchCommands = { SessionSettings.Reading(access) } };
            await batch.PrepareAsync(token);
            await batch.ExecuteNonQueryAsync(token);
            _told = access;
        }
    }

    /// <summary>Has one statement after the other answered, in one round trip.</summary>
    /// <param name="questions">The statements; several only if their plans are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AnswerAsync(ReadOnlyMemory<Question> questions, CancellationToken cancellationToken)
    {
        var keepsPlans = questions.Span[0].KeepsPlan;
        if (!keepsPlans)
        {
            await TellAsync(questions.Span[0].Access, cancellationToken);
        }

        await using var batch = BatchOf(questions.Span);
        if (keepsPlans)
        {
            await batch.PrepareAsync(cancellationToken);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < questions.Length; i++)
        {
            var question = questions.Span[i];
            if (i > 0)
            {
                await reader.NextResultAsync(cancellationToken);
            }

            if (_told != question.Access)
            {
                await reader.NextResultAsync(cancellationToken);
                _told = question.Access;
            }

            await question.ReadAsync(reader);
        }
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    /// <summary>The statements, and before each whose asker is another than that of the one before, who asks.</summary>
    private NpgsqlBatch BatchOf(ReadOnlySpan<Question> questions)
    {
        var batch = new NpgsqlBatch(_connection, _transaction);
        var told = _told;
        foreach (var question in questions)
        {
            if (told != question.Access)
            {
                batch.BatchCommands.Add(SessionSettings.Reading(question.Access));
                told = question.Access;
            }

            batch.BatchCommands.Add(question.Statement);
        }

        return batch;
    }
}
