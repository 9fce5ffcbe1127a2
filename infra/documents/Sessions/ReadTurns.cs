using System.Data;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// The connection of a session, and its snapshot: begun by the first statement, and anew after one that failed. One caller at a time has the turn. While
/// statements gather, who asks one lends the turn on and waits; then all go to PostgreSQL together.
/// </summary>
internal sealed class ReadTurns(NpgsqlDataSource source, AccessContext access, SharedSnapshot? shared, ReadGathering gathering) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly List<Question> _waiting = [];
    private NpgsqlConnection? _connection;
    private Snapshot? _snapshot;
    private bool _isAsking;

    public Task TakeAsync(CancellationToken cancellation) => _turn.WaitAsync(cancellation);

    public void GiveBack() => _turn.Release();

    /// <summary>The connection, in the snapshot. Only for whoever has the turn, as all below.</summary>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        _connection ??= await source.OpenConnectionAsync(cancellation);
        if (_connection.State != ConnectionState.Open)
        {
            await _connection.OpenAsync(cancellation);
        }

        _snapshot ??= await Snapshot.BeginAsync(_connection, access, shared, cancellation);
        return _connection;
    }

    /// <summary>Has PostgreSQL told whose transaction it is, for statements that come by another way.</summary>
    public async ValueTask TellAsync(CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        await _snapshot!.TellAsync(cancellation);
    }

    /// <summary>Reads what a statement finds. While statements gather, others have the turn meanwhile.</summary>
    public Task<T> ReadAsync<T>(Question<T> question)
    {
        Task<T> answer;
        lock (_gate)
        {
            if (!gathering.IsOpen && _waiting is [])
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

    /// <summary>Ends the snapshot and gives the connection back.</summary>
    public async ValueTask ReleaseAsync()
    {
        await EndSnapshotAsync();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    /// <summary>Those that wait go to PostgreSQL, if no more are to come.</summary>
    public void AskIfAnyWait()
    {
        if (MayAsk())
        {
            _ = AskTogetherAsync();
        }
    }

    public void Dispose() => _turn.Dispose();

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
            for (var rest = questions.AsMemory(); !rest.IsEmpty;)
            {
                rest = rest[await AnswerAsync(rest[..CountTogether(rest.Span)])..];
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
            return !gathering.IsOpen && _waiting is not [] && !_isAsking && (_isAsking = true);
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

    /// <summary>Has questions answered, up to the first that fails: the rest has done nothing wrong, and is asked again in a new snapshot.</summary>
    /// <returns>How many have an answer or a failure.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "The failure is the answer to whoever asked.")]
    private async Task<int> AnswerAsync(ReadOnlyMemory<Question> questions)
    {
        var cancellation = questions.Span[0].Cancellation;
        try
        {
            await OpenAsync(cancellation);
            await _snapshot!.AnswerAsync(questions, cancellation);
            return questions.Length;
        }
        catch (Exception failure)
        {
            // Where the connection is lost, the snapshot is gone with it: whoever asked hears of the first failure.
            await EndSnapshotAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var answered = CountAnswered(questions.Span);
            if (answered == questions.Length)
            {
                return answered;
            }

            questions.Span[answered].Fail(failure);
            return answered + 1;
        }
    }

    private static int CountAnswered(ReadOnlySpan<Question> questions)
    {
        var count = 0;
        while (count < questions.Length && questions[count].IsAnswered)
        {
            count++;
        }

        return count;
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
