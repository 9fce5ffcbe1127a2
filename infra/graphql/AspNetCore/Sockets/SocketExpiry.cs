namespace R2P.GraphQL.AspNetCore.Sockets;

/// <summary>Calls back once a moment has come, however far it is off.</summary>
internal sealed class SocketExpiry : IDisposable
{
    /// <summary>A timer takes at most 49 days, and a long one drifts when the clock is set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _moment;
    private readonly TimeProvider _time;
    private readonly Action _expired;
    private readonly ITimer _timer;

    public SocketExpiry(DateTimeOffset moment, TimeProvider time, Action expired)
    {
        (_moment, _time, _expired) = (moment, time, expired);
        _timer = time.CreateTimer(_ => Check(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Check();
    }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var left = _moment - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            _expired();
            return;
        }

        _timer.Change(left < LongestWait ? left : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
