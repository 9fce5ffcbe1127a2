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
    private readonly Channel<(EventHeader Header, T? Prepared)> _events = Channel.CreateBounded<(EventHeader, T?)>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true, AllowSynchronousContinuations = true });

    private int _accessChanged;

    /// <summary>The events since it was attached, in order, without a gap, up to where it overflowed.</summary>
    public IAsyncEnumerable<(EventHeader Header, T? Prepared)> ReadAsync(CancellationToken cancellationToken) =>
        _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>True once after an event that changed somebody's access, even before that event's turn has come.</summary>
    public bool TakeAccessChange() => Volatile.Read(ref _accessChanged) == 1 && Interlocked.Exchange(ref _accessChanged, 0) == 1;

    public void Offer(EventHeader header, T? prepared)
    {
        if (header.ChangesAccess)
        {
            Volatile.Write(ref _accessChanged, 1);
        }

        if (!_events.Writer.TryWrite((header, prepared)))
        {
            End();
        }
    }

    /// <summary>Ends it after what it holds.</summary>
    public void End() => _events.Writer.TryComplete();

    public void Dispose() => all.Detach(this);
}
