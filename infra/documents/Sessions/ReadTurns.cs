using System.Data;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// The connection of a session or of several, and its snapshot: begun by the first statement, and anew after one that failed. One caller at a time has the
/// turn. While statements gather, who asks one lends the turn on and waits; then all go to PostgreSQL together.
/// </summary>
internal sealed class ReadTurns : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly SharedSnapshot? _shared;
    private readonly bool _isRound;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly List<Question> _waiting = [];
    private NpgsqlConnection? _connection;
    private Snapshot? _snapshot;
    private bool _isAsking;
    private int _sharers = 1;

    /// <summary>Begins, for one sharer.</summary>
    /// <param name="source">Connections.</param>
    /// <param name="shared">A snapshot to read in; null for one of its own.</param>
    /// <param name="gathering">When statements wait for one another.</param>
    /// <param name="isRound">Whether others join.</param>
    public ReadTurns(NpgsqlDataSource source, SharedSnapshot? shared, ReadGathering gathering, bool isRound = false)
    {
        (_source, _shared, _isRound, Gathering) = (source, shared, isRound, gathering);
        gathering.Serve(this);
    }

    /// <summary>When statements wait for one another.</summary>
    public ReadGathering Gathering { get; }

    /// <summary>Whether one more takes part: false when all have left.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            return _sharers > 0 && ++_sharers > 0;
        }
    }

    /// <summary>One takes part no more. The last gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (--_sharers > 0)
            {
                return;
            }
        }

        await ReleaseAsync();
        _turn.Dispose();
    }

    public Task TakeAsync(CancellationToken cancellation) => _turn.WaitAsync(cancellation);

    public void GiveBack() => _turn.Release();

    /// <summary>The connection, in the snapshot. Only for whoever has the turn, as all below.</summary>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        _connection ??= await _source.OpenConnectionAsync(cancellation);
        if (_connection.State != ConnectionState.Open)
        {
            await _connection.OpenAsync(cancellation);
        }

        _snapshot ??= await Snapshot.BeginAsync(_connection, _shared, cancellation);
        return _connection;
    }

    /// <summary>Has PostgreSQL told who asks, for statements that come by another way.</summary>
    public async ValueTask TellAsync(AccessContext access, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        await _snapshot!.TellAsync(access, cancellation);
    }

    /// <summary>Reads what a statement finds. While statements gather, others have the turn meanwhile.</summary>
    public Task<T> ReadAsync<T>(Question<T> question)
    {
        Task<T> answer;
        lock (_gate)
        {
            if (!Gathering.IsOpen && _waiting is [])
            {
                return AskAloneAsync(question);
            }

            answer = question.Wait();
            _waiting.Add(question);
        }

        return LendTurnAsync(answer);
    }

    public async ValueTask EndSnapshotAsync()
    {
        if (_snapshot is { } ended)
        {
            _snapshot = null;
            await ended.DisposeAsync();
        }
    }

    /// <summary>Where whoever has the turn goes on in another snapshot: here, or in turns of their own, and then these are left to the others.</summary>
    public async ValueTask<ReadTurns> RenewAsync()
    {
        if (_isRound)
        {
            return new ReadTurns(_source, null, new ReadGathering());
        }

        await ReleaseAsync();
        return this;
    }

    /// <summary>Those that wait go to PostgreSQL, if no more are to come.</summary>
    public void AskIfAnyWait()
    {
        if (MayAsk())
        {
            _ = AskTogetherAsync();
        }
    }

    private async ValueTask ReleaseAsync()
    {
        await EndSnapshotAsync();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task<T> AskAloneAsync<T>(Question<T> question)
    {
        await OpenAsync(question.Cancellation);
        await _snapshot!.AnswerAsync(new Question[] { question }, question.Cancellation);
        return question.Answer;
    }

    private async Task<T> LendTurnAsync<T>(Task<T> answer)
    {
        GiveBack();
        try
        {
            return await answer;
        }
        finally
        {
            await TakeAsync(CancellationToken.None);
        }
    }

    /// <summary>Whoever is told goes on at once, and may have more to ask by then.</summary>
    private async Task AskTogetherAsync()
    {
        do
        {
            var questions = TakeWaiting();
            await TakeAsync(CancellationToken.None);
            for (var open = questions; open is not []; open = Array.FindAll(open, question => !question.IsSettled))
            {
                await AnswerAsync(open.AsMemory(0, CountTogether(open)));
            }

            GiveBack();
            HasAsked();
            foreach (var question in questions)
            {
                question.Tell();
            }
        }
        while (MayAsk());
    }

    private bool MayAsk()
    {
        lock (_gate)
        {
            return !Gathering.IsOpen && _waiting is not [] && !_isAsking && (_isAsking = true);
        }
    }

    private void HasAsked()
    {
        lock (_gate)
        {
            _isAsking = false;
        }
    }

    private static int CountTogether(ReadOnlySpan<Question> questions)
    {
        var count = 1;
        while (count < questions.Length && questions[0].GoesWith(questions[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// Has questions answered, up to the first that fails, or whose asker gives up: the others have done nothing wrong, and stay open to be asked again in a
    /// new snapshot.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "The failure is the answer to whoever asked.")]
    private async Task AnswerAsync(ReadOnlyMemory<Question> questions)
    {
        using var patience = Patience.Of(questions.Span);
        try
        {
            await OpenAsync(patience.Token);
            await _snapshot!.AnswerAsync(questions, patience.Token);
        }
        catch (Exception failure)
        {
            // Where the connection is lost, the snapshot is gone with it: whoever asked hears of the first failure.
            await EndSnapshotAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Blame(questions.Span, failure);
        }
    }

    private static void Blame(ReadOnlySpan<Question> questions, Exception failure)
    {
        var gaveUp = false;
        foreach (var question in questions)
        {
            if (!question.IsSettled && question.Cancellation.IsCancellationRequested)
            {
                question.Fail(new OperationCanceledException(question.Cancellation));
                gaveUp = true;
            }
        }

        for (var i = 0; i < questions.Length && !gaveUp; i++)
        {
            if (!questions[i].IsSettled)
            {
                questions[i].Fail(failure);
                return;
            }
        }
    }

    private Question[] TakeWaiting()
    {
        lock (_gate)
        {
            Question[] taken = [.. _waiting];
            _waiting.Clear();
            return taken;
        }
    }
}
