using R2P.GraphQL.AspNetCore.Sockets;

namespace R2P.GraphQL.Tests.AspNetCore.Sockets;

/// <summary>A token's end, however far off.</summary>
public sealed class SocketExpiryTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10)]
    [InlineData(60 * 24 * 90)]
    public void It_calls_back_at_its_moment_and_not_before(int minutes)
    {
        var time = new ManualTime(Start);
        var expired = 0;
        using var expiry = new SocketExpiry(Start.AddMinutes(minutes), time, () => expired++);

        time.AdvanceTo(Start.AddMinutes(minutes).AddSeconds(-1));
        Assert.Equal(0, expired);
        time.AdvanceTo(Start.AddMinutes(minutes));
        Assert.Equal(1, expired);
    }

    [Fact]
    public void What_has_expired_already_calls_back_at_once()
    {
        var expired = 0;
        using var expiry = new SocketExpiry(Start.AddSeconds(-1), new ManualTime(Start), () => expired++);

        Assert.Equal(1, expired);
    }

    /// <summary>A clock moved by hand, with one timer.</summary>
    private sealed class ManualTime(DateTimeOffset now) : TimeProvider, ITimer
    {
        private DateTimeOffset _now = now;
        private DateTimeOffset? _due;
        private Action? _callback;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = () => callback(state);
            Change(dueTime, period);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.InRange(dueTime.TotalMilliseconds, -1, uint.MaxValue - 1);
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            return true;
        }

        public void AdvanceTo(DateTimeOffset moment)
        {
            while (_due is { } due && due <= moment)
            {
                (_now, _due) = (due, null);
                _callback!();
            }

            _now = moment;
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
