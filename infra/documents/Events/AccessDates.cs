using System.Collections.Concurrent;

namespace R2P.Documents;

/// <summary>
/// What somebody may read changes at dates, too, by nobody's act. This knows until when every follower holds what they were found to hold, and wakes those
/// whose date has come: no follower has a clock of its own, and nobody asks the database for one of them.
/// </summary>
internal sealed class AccessDates
{
    private readonly ConcurrentDictionary<Holding, bool> _holdings = [];
    private long _next = DateTimeOffset.MaxValue.UtcTicks;

    /// <summary>The next date that concerns any follower; may be that of one who is gone.</summary>
    public DateTimeOffset Next => new(Volatile.Read(ref _next), TimeSpan.Zero);

    /// <summary>Knows of a follower until it is disposed.</summary>
    /// <param name="wake">Makes the follower ask again what they may read.</param>
    public Holding Add(Action wake)
    {
        var holding = new Holding(this, wake);
        _holdings[holding] = true;
        return holding;
    }

    /// <summary>Wakes everybody whose date has come, once; the next date they say themselves when they have asked.</summary>
    public void Pass(DateTimeOffset now)
    {
        if (now < Next)
        {
            return;
        }

        // Whoever says a date meanwhile is either seen below, or sees this and brings the next one forward again: both write with a fence.
        Interlocked.Exchange(ref _next, DateTimeOffset.MaxValue.UtcTicks);
        foreach (var (holding, _) in _holdings)
        {
            if (holding.Until <= now)
            {
                holding.Until = DateTimeOffset.MaxValue;
                holding.Wake();
            }

            BringForward(holding.Until);
        }
    }

    private void BringForward(DateTimeOffset date)
    {
        long known;
        while (date.UtcTicks < (known = Volatile.Read(ref _next)))
        {
            Interlocked.CompareExchange(ref _next, date.UtcTicks, known);
        }
    }

    /// <summary>One follower, and until when their rights hold.</summary>
    internal sealed class Holding(AccessDates dates, Action wake) : IDisposable
    {
        private long _until = DateTimeOffset.MaxValue.UtcTicks;

        public DateTimeOffset Until
        {
            get => new(Volatile.Read(ref _until), TimeSpan.Zero);
            set
            {
                Interlocked.Exchange(ref _until, value.UtcTicks);
                dates.BringForward(value);
            }
        }

        public void Wake() => wake();

        public void Dispose() => dates._holdings.TryRemove(this, out _);
    }
}
