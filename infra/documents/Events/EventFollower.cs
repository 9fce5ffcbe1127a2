using System.Threading.Channels;

namespace R2P.Documents;

/// <summary>
/// Where one follower gets live headers from. It holds a bounded number of them: when its reader is slower than the log it
/// ends after the last one that fitted, and the reader goes back to the database.
/// </summary>
internal sealed class EventFollower(EventTail tail) : IDisposable
{
    private const int Capacity = 256;

    private readonly Channel<EventHeader> _headers = Channel.CreateBounded<EventHeader>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true, AllowSynchronousContinuations = true });

    private int _accessChanged;

    /// <summary>The headers since it was attached, in order, without a gap, up to where it overflowed.</summary>
    public IAsyncEnumerable<EventHeader> ReadAsync(CancellationToken cancellationToken) =>
        _headers.Reader.ReadAllAsync(cancellationToken);

    /// <summary>True once after an event that changed somebody's access, even before that event's turn has come.</summary>
    public bool TakeAccessChange() => Interlocked.Exchange(ref _accessChanged, 0) == 1;

    public void Offer(EventHeader header)
    {
        if (header.ChangesAccess)
        {
            Volatile.Write(ref _accessChanged, 1);
        }

        if (!_headers.Writer.TryWrite(header))
        {
            _headers.Writer.TryComplete();
        }
    }

    public void Dispose() => tail.Detach(this);
}
