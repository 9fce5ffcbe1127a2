using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace R2P.Documents;

/// <summary>
/// Where one follower gets live events from. It holds a bounded number of them: when its reader is slower than the log it
/// ends after the last one that fitted, and the reader goes back to the database. While its reader waits, an event may be told at once, past the reader.
/// </summary>
/// <param name="all">The others.</param>
/// <param name="position">The last event that its reader has had.</param>
/// <param name="tellAtOnce">Tells of an event what was prepared, without waiting; false if it has to come to the reader.</param>
internal sealed class EventFollower<T>(EventFollowers<T> all, long position, Func<EventHeader, T, bool>? tellAtOnce) : IDisposable
    where T : class
{
    private const int Capacity = 256;

    /// <summary>A reader that waits goes on within <see cref="Offer"/>, as far as it gets without waiting: no thread is woken for it.</summary>
    private readonly Channel<(EventHeader? Header, T? Prepared)> _events = Channel.CreateBounded<(EventHeader?, T?)>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = false, AllowSynchronousContinuations = true });

    private readonly Lock _gate = new();
    private AccessContext? _waiting;
    private int _accessChanged;

    /// <summary>The last event that its reader has had, or that was told past it.</summary>
    public long Position { get; set; } = position;

    /// <summary>Whether <see cref="TryTake"/> finds something; false after what fitted before it ended.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _events.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>
    /// The same for a reader who has given on what it took: meanwhile events may be told past it, and <see cref="Position"/> moves. It is ended to give up: a
    /// token that can be cancelled costs each of many an object for each event.
    /// </summary>
    /// <param name="viewer">Who follows; asked anew when that has changed, or is no longer so.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> WaitAsync(AccessContext viewer)
    {
        SetWaiting(viewer);
        try
        {
            return await _events.Reader.WaitToReadAsync(CancellationToken.None);
        }
        finally
        {
            SetWaiting(null);
        }
    }

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

        if (prepared is null || !TryTell(header, prepared))
        {
            Write(header, prepared);
        }
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

    private void SetWaiting(AccessContext? viewer)
    {
        lock (_gate)
        {
            _waiting = viewer;
        }
    }

    /// <summary>Whether the reader has nothing to do with the event any more.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The others are told all the same; the reader meets the failure when it is handed the event.")]
    private bool TryTell(EventHeader header, T prepared)
    {
        try
        {
            return tellAtOnce is not null && TryTell(tellAtOnce, header, prepared);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private bool TryTell(Func<EventHeader, T, bool> tell, EventHeader header, T prepared)
    {
        lock (_gate)
        {
            if (_waiting is not { } viewer || MustAskAnew(header, viewer) || _events.Reader.Count > 0)
            {
                return false;
            }

            if (header.Position > Position && viewer.MayRead(header.Readers))
            {
                if (!tell(header, prepared))
                {
                    return false;
                }

                Position = header.Position;
            }

            return true;
        }
    }

    private bool MustAskAnew(EventHeader header, AccessContext viewer) => Volatile.Read(ref _accessChanged) == 1 || header.At >= viewer.ValidUntil;

    private void Write(EventHeader? header, T? prepared)
    {
        if (!_events.Writer.TryWrite((header, prepared)))
        {
            End();
        }
    }
}
