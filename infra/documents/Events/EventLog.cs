using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace R2P.Documents;

/// <summary>
/// The log of everything that happened, followed live: in order, each event once, none left out, and only what the
/// follower may hear of. Started by the host (see <see cref="DocumentServices"/>).
/// </summary>
public sealed partial class EventLog : IAsyncDisposable
{
    private const int PageSize = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(10);

    private readonly DocumentStore _store;
    private readonly EventSignal _signal;
    private readonly ILogger<EventLog> _logger;
    private readonly EventTail _tail;
    private readonly EventWire _wire;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<EventCursor> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _loops = Task.CompletedTask;

    /// <summary>Prepares the log; <see cref="StartAsync"/> connects.</summary>
    public EventLog(DocumentStore store, DocumentStoreOptions options, EventSignal signal, ILogger<EventLog> logger, IEventCompanion? companion = null)
    {
        _store = store;
        _signal = signal;
        _logger = logger;
        _tail = new EventTail(store.Service, companion);
        _wire = new EventWire(store.Service, options.ServiceConnectionString, signal, logger);
    }

    /// <summary>Makes and reads the cursors that clients hold. Available once the log has started.</summary>
    public EventCursor Cursor => _started.Task.IsCompletedSuccessfully
        ? _started.Task.Result
        : throw new InvalidOperationException("The event log has not started.");

    /// <summary>Begins to read the log.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var command = _store.Service.CreateCommand("select r2p.read_service_key('event-cursor')");
        var key = (byte[])(await command.ExecuteScalarAsync(cancellationToken))!;
        await _tail.StartAsync(cancellationToken);
        _loops = Task.WhenAll(
            RepeatAsync(TailAsync), RepeatAsync(PollAsync), RepeatAsync(_wire.ListenAsync), RepeatAsync(_wire.SendAsync));
        _started.SetResult(new EventCursor(key));
    }

    /// <summary>Stops reading. Followers end when their own cancellation says so.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _loops;
    }

    /// <summary>The position from which somebody who comes now starts.</summary>
    public Task<long> HeadAsync(CancellationToken cancellationToken = default) =>
        EventRows.ReadHeadAsync(_store.Service, cancellationToken);

    /// <summary>
    /// The position up to which a session sees everything, and beyond which nothing: whoever follows from here on misses nothing of what happens
    /// after what the session has read.
    /// </summary>
    public static Task<long> HeadOfAsync(ReadSession session, CancellationToken cancellationToken = default) =>
        session.ReadAsync(EventRows.ReadHeadAsync, cancellationToken);

    /// <summary>
    /// What happened after a position and what goes on happening, for one viewer, until it is cancelled. What may be
    /// seen is decided when an event is delivered, not when it happened.
    /// </summary>
    /// <param name="after">The last position that the follower has had.</param>
    /// <param name="access">
    /// Who follows, as of now: asked at the start, and again after each event that changes access, and when what was answered no longer
    /// holds (<see cref="AccessContext.ValidUntil"/>), whether or not anything happens then. Must look at a fresh snapshot; may throw to end the stream.
    /// </param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<EventHeader> FollowAsync(
        long after,
        Func<CancellationToken, ValueTask<AccessContext>> access,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (header, _) in FollowAsync(after, access, _tail.Followers, null, cancellationToken))
        {
            yield return header;
        }
    }

    /// <summary>
    /// The same through a relay: an event that comes live comes with what the relay prepared of it, one that is read up from the database without.
    /// </summary>
    /// <param name="after">The last position that the follower has had.</param>
    /// <param name="access">Who follows, as of now.</param>
    /// <param name="relay">A relay of this log.</param>
    /// <param name="tellAtOnce">
    /// Called instead of handing out an event that the follower may hear of, while the next one is awaited: does what is to be done with it without
    /// waiting, and says whether it is done. If not, or if it throws, the event is handed out. Calls come one at a time, on the relay's thread.
    /// </param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public IAsyncEnumerable<(EventHeader Header, T? Prepared)> FollowAsync<T>(
        long after,
        Func<CancellationToken, ValueTask<AccessContext>> access,
        EventRelay<T> relay,
        Func<EventHeader, T, bool>? tellAtOnce,
        CancellationToken cancellationToken)
        where T : class => FollowAsync(after, access, relay.Followers, tellAtOnce, cancellationToken);

    /// <summary>Begins to relay what happens from now on.</summary>
    /// <param name="prepare">Prepares an event for all who follow.</param>
    /// <param name="settled">Ends when the next event may be passed on; must not throw.</param>
    public EventRelay<T> Relay<T>(Func<EventHeader, CancellationToken, ValueTask<T?>> prepare, Func<T, ValueTask> settled)
        where T : class => new(FollowAllAsync, prepare, settled);

    private async IAsyncEnumerable<(EventHeader Header, T? Prepared)> FollowAsync<T>(
        long after,
        Func<CancellationToken, ValueTask<AccessContext>> access,
        EventFollowers<T> source,
        Func<EventHeader, T, bool>? tellAtOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await _started.Task.WaitAsync(cancellationToken);
        var position = after;
        while (true)
        {
            // Attached before anything is read, so nothing falls between the database and the channel.
            using var follower = source.Attach(position, tellAtOnce);
            await using var ending = cancellationToken.UnsafeRegister(static state => ((EventFollower<T>)state!).End(), follower);
            using var holding = _tail.Dates.Add(follower.Wake);
            await foreach (var header in CatchUpAsync(follower, AskAsync, cancellationToken))
            {
                yield return (header, null);
            }

            var viewer = await AskAsync(cancellationToken);
            while (follower.TryTake(out var next) || await follower.WaitAsync(viewer))
            {
                if (follower.TakeAccessChange() || next.Header?.At >= viewer.ValidUntil)
                {
                    viewer = await AskAsync(cancellationToken);
                }

                if (next.Header is { } header && header.Position > follower.Position && viewer.MayRead(header.Readers))
                {
                    follower.Position = header.Position;
                    yield return (header, next.Prepared);
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            position = follower.Position;

            async ValueTask<AccessContext> AskAsync(CancellationToken token)
            {
                var found = await access(token);
                holding.Until = found.ValidUntil;
                return found;
            }
        }
    }

    /// <summary>Every header from the first move on, whoever may read it.</summary>
    private async IAsyncEnumerable<EventHeader> FollowAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var follower = _tail.Followers.Attach(position: 0);
        try
        {
            while (true)
            {
                while (follower.TryTake(out var next) || await follower.WaitAsync(cancellationToken))
                {
                    if (next.Header is { } header && header.Position > follower.Position)
                    {
                        follower.Position = header.Position;
                        yield return header;
                    }
                }

                // It has overflowed: what did not fit is read from the database, behind a new place in the line.
                follower.Dispose();
                follower = _tail.Followers.Attach(follower.Position);
                List<EventHeader> page;
                do
                {
                    page = await EventRows.ReadAllAsync(_store.Service, follower.Position, PageSize, cancellationToken);
                    foreach (var header in page)
                    {
                        follower.Position = header.Position;
                        yield return header;
                    }
                }
                while (page.Count == PageSize);
            }
        }
        finally
        {
            follower.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await StopAsync();
        }

        _stopping.Dispose();
    }

    private async IAsyncEnumerable<EventHeader> CatchUpAsync<T>(
        EventFollower<T> follower,
        Func<CancellationToken, ValueTask<AccessContext>> access,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var complete = false;
        while (!complete)
        {
            var page = await ReadPageAsync(await access(cancellationToken), follower.Position, cancellationToken);
            complete = page.Count < PageSize;
            foreach (var header in page)
            {
                if (follower.TakeAccessChange())
                {
                    // The page was read with rights that may no longer hold: read the rest of it anew.
                    complete = false;
                    break;
                }

                follower.Position = header.Position;
                yield return header;
            }
        }
    }

    private async Task<List<EventHeader>> ReadPageAsync(
        AccessContext viewer, long after, CancellationToken cancellationToken)
    {
        await using var session = _store.OpenRead(viewer);
        return await session.ReadAsync(
            (connection, token) => EventRows.ReadVisibleAsync(connection, after, PageSize, token), cancellationToken);
    }

    private async Task TailAsync(CancellationToken cancellationToken)
    {
        await _signal.Tail.WaitAsync(cancellationToken);
        await _tail.ReadUpAsync(cancellationToken);
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        // A date is met when it has come: a delay may end early by a timer's step. One that has passed was met already, or will be by the look under way.
        var untilDate = _tail.UntilNextDate + TimerStep;
        await Task.Delay(untilDate > TimeSpan.Zero && untilDate < PollInterval ? untilDate : PollInterval, cancellationToken);
        _signal.Tail.Raise();
    }

    [SuppressMessage(
        "Design", "CA1031", Justification = "The boundary of a loop that must outlive every failure of the database.")]
    private async Task RepeatAsync(Func<CancellationToken, Task> step)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await step(_stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailure(_logger, failure);
                await Task.Delay(RetryDelay, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The event log lost its connection and tries again.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
