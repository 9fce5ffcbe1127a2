namespace R2P.Documents;

/// <summary>
/// A time in which the statements of concurrent callers of a session wait for one another, so that they go to PostgreSQL in one round trip. It may begin
/// before there is a session.
/// </summary>
public sealed class ReadGathering
{
    private int _open;
    private volatile ReadTurns? _turns;

    internal bool IsOpen => Volatile.Read(ref _open) > 0;

    /// <summary>From now on statements wait, until <see cref="End"/> is called as often as this. Whoever began must not wait for an answer before.</summary>
    public void Begin() => Interlocked.Increment(ref _open);

    /// <summary>Sends what has gathered.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _turns?.AskIfAnyWait();
        }
    }

    internal void Serve(ReadTurns turns) => _turns = turns;
}
