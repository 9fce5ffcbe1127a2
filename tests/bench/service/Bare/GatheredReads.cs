using System.Diagnostics.CodeAnalysis;
using Npgsql;
using R2P.GraphQL.Execution;

namespace R2P.Bench.Service.Bare;

/// <summary>What the fields of one operation read: what they ask side by side goes to PostgreSQL in one batch.</summary>
public sealed class GatheredReads(NpgsqlDataSource source) : IReadGathering
{
    private readonly Lock _gate = new();
    private List<Asked> _waiting = [];
    private int _open;

    public void Begin()
    {
        lock (_gate)
        {
            _open++;
        }
    }

    public void End()
    {
        List<Asked> gathered;
        lock (_gate)
        {
            if (--_open > 0 || _waiting.Count == 0)
            {
                return;
            }

            (gathered, _waiting) = (_waiting, []);
        }

        _ = SendAsync(gathered);
    }

    /// <summary>Reads what a statement finds.</summary>
    public Task<T> ReadAsync<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, Task<T>> read)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        var asked = new Asked<T>(command, read);
        lock (_gate)
        {
            if (_open > 0)
            {
                _waiting.Add(asked);
                return asked.Answer;
            }
        }

        _ = SendAsync([asked]);
        return asked.Answer;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The failure is the answer to whoever asked.")]
    private async Task SendAsync(List<Asked> gathered)
    {
        try
        {
            await ReadAllAsync(gathered);
            gathered.ForEach(asked => asked.Tell());
        }
        catch (Exception failure)
        {
            gathered.ForEach(asked => asked.Fail(failure));
        }
    }

    private async Task ReadAllAsync(List<Asked> gathered)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        gathered.ForEach(asked => batch.BatchCommands.Add(asked.Command));
        await batch.PrepareAsync();
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var asked in gathered)
        {
            await asked.ReadAsync(reader);
            await reader.NextResultAsync();
        }
    }

    private abstract class Asked(NpgsqlBatchCommand command)
    {
        public NpgsqlBatchCommand Command => command;

        public abstract Task ReadAsync(NpgsqlDataReader reader);

        public abstract void Tell();

        public abstract void Fail(Exception failure);
    }

    private sealed class Asked<T>(NpgsqlBatchCommand command, Func<NpgsqlDataReader, Task<T>> read) : Asked(command)
    {
        private readonly TaskCompletionSource<T> _answer = new();
        private T? _found;

        public Task<T> Answer => _answer.Task;

        public override async Task ReadAsync(NpgsqlDataReader reader) => _found = await read(reader);

        public override void Tell() => _answer.SetResult(_found!);

        public override void Fail(Exception failure) => _answer.TrySetException(failure);
    }
}
