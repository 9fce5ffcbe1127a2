using System.Threading.Channels;

namespace R2P.Documents;

/// <summary>
/// Where one follower gets live events from. It holds a bounded number of them: when its reader is slower than the log it
/// ends after the last one that fitted, and the reader goes back to the database.
/// </summary>
internal sealed class EventFollower<T>(EventFollowers<T> all) : IDisposable
    where T : class
{
    private const int Capacity = 256;

    /// <summary>A reader that waits goes on within <see cref="Offer"/>, as far as it gets without waiting: no thread is woken for it.</summary>
    private readonly Channel<(EventHeader? Header, T? Prepared)> _events = Channel.CreateBounded<(EventHeader?, T?)>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = false, AllowSynchronousContinuations = true });

    private int _accessChanged;

    /// <summary>
    /// Whether <see cref="TryTake"/> finds something; false after what fitted before it ended. Where many wait, each is better ended to give up: a token
    /// that can be cancelled costs each of them an object for each event.
    /// </summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _events.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>
    /// The next of the events since it was attached, in order and without a gap; none where all that came was a date, or where nothing has come.
    /// </summary>
    public bool TryTake(out (EventHeader? Header, T? Prepared) next) => _events.Reader.TryRead(out next);

    /// <summary>True once after an event or a date that changed somebody's access, even before its turn has come.</summary>
    public bool TakeAccessChange() => Volatile.Read(ref _accessChanged) == 1 && Interlocked.Exchange(ref _accessChanged, 0) == 1;

    public void Offer(EventHeader header, T? prepared)
    {
        if (header.ChangesAccess)
        {
            Volatile.Write(ref _accessChanged, 1);
        }

        Write(header, prepared);
    }

    /// <summary>A date has come at which access may have changed: nothing has happened of which its reader hears, but they have to look again.</summary>
    public void Wake()
    {
        Volatile.Write(ref _accessChanged, 1);
        Write(null, null);
    }

    /// <summary>Ends it after what it holds.</summary>
    public void End() => _events.Writer.TryComplete();

    public void Dispose() => all.Detach(this);

    private void Write(EventHeader? header, T? prepared)
    {
        if (!_events.Writer.TryWrite((header, prepared)))
        {
            End();
        }
    }
}
