using Npgsql;

namespace R2P.Documents;

/// <summary>A statement of a session, for which somebody waits.</summary>
/// <param name="access">Who asks.</param>
/// <param name="statement">The statement; not used before.</param>
/// <param name="keepsPlan">Whether the connection keeps its plan.</param>
/// <param name="cancellation">Whoever waits gives up.</param>
internal abstract class Question(AccessContext access, NpgsqlBatchCommand statement, bool keepsPlan, CancellationToken cancellation)
{
    public AccessContext Access => access;

    public NpgsqlBatchCommand Statement => statement;

    public bool KeepsPlan => keepsPlan;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether it has its answer, or there will be none.</summary>
    public bool IsSettled { get; private protected set; }

    /// <summary>Whether two may go to PostgreSQL together.</summary>
    public bool GoesWith(Question other) => KeepsPlan && other.KeepsPlan;

    /// <summary>Reads the answer.</summary>
    public abstract Task ReadAsync(NpgsqlDataReader reader);

    /// <summary>There will be no answer.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Lets whoever waits go on, on this thread.</summary>
    public abstract void Tell();
}

/// <inheritdoc/>
/// <param name="access">Who asks.</param>
/// <param name="statement">The statement.</param>
/// <param name="keepsPlan">Whether the connection keeps its plan.</param>
/// <param name="read">Reads the rows.</param>
/// <param name="cancellation">Whoever waits gives up.</param>
internal sealed class Question<T>(
    AccessContext access, NpgsqlBatchCommand statement, bool keepsPlan, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation)
    : Question(access, statement, keepsPlan, cancellation)
{
    private TaskCompletionSource<T>? _told;
    private Exception? _failure;
    private T? _answer;

    /// <summary>The answer, once it is read.</summary>
    public T Answer => _answer!;

    /// <summary>Ends when <see cref="Tell"/> is called.</summary>
    public Task<T> Wait() => (_told = new TaskCompletionSource<T>()).Task;

    public override async Task ReadAsync(NpgsqlDataReader reader)
    {
        _answer = await read(reader);
        IsSettled = true;
    }

    public override void Fail(Exception failure)
    {
        _failure = failure;
        IsSettled = true;
    }

    public override void Tell()
    {
        switch (_failure)
        {
            case null: _told!.SetResult(_answer!); break;
            case OperationCanceledException cancelled: _told!.SetCanceled(cancelled.CancellationToken); break;
            default: _told!.SetException(_failure); break;
        }
    }
}
