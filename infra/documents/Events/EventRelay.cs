using System.Diagnostics.CodeAnalysis;

namespace R2P.Documents;

/// <summary>
/// Follows the live log once for many followers who want the same of each event: it prepares an event while the one before goes out, passes it on to all of
/// them, and goes on when that has settled. So they keep step, and what one of them works out is there for the others. Made by <see cref="EventLog.Relay{T}"/>.
/// </summary>
public sealed class EventRelay<T> : IAsyncDisposable
    where T : class
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Func<EventHeader, CancellationToken, ValueTask<T?>> _prepare;
    private readonly Func<T, ValueTask> _settled;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _relaying;

    internal EventRelay(
        Func<CancellationToken, IAsyncEnumerable<EventHeader>> live,
        Func<EventHeader, CancellationToken, ValueTask<T?>> prepare,
        Func<T, ValueTask> settled)
    {
        (_prepare, _settled) = (prepare, settled);
        _relaying = RelayAsync(live);
    }

    internal EventFollowers<T> Followers { get; } = new();

    /// <summary>Stops. Whoever still follows is passed on nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _relaying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of a loop that must outlive every failure of the database.")]
    private async Task RelayAsync(Func<CancellationToken, IAsyncEnumerable<EventHeader>> live)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await PassOnAsync(live(_stopping.Token));
            }
            catch (Exception) when (!_stopping.IsCancellationRequested)
            {
                await Task.Delay(RetryDelay, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task PassOnAsync(IAsyncEnumerable<EventHeader> live)
    {
        await using var events = live.GetAsyncEnumerator(_stopping.Token);
        var next = NextAsync(events);

        // From here on nothing is missed; those who have followed before go back to the database for what may have been.
        Followers.End();
        while (await next is { } current)
        {
            // The next is prepared while this one goes out.
            next = NextAsync(events);
            Followers.Publish(current.Header, current.Prepared);
            if (current.Prepared is not null)
            {
                await _settled(current.Prepared);
            }
        }
    }

    private async Task<(EventHeader Header, T? Prepared)?> NextAsync(IAsyncEnumerator<EventHeader> events) =>
        await events.MoveNextAsync() ? (events.Current, await PrepareAsync(events.Current)) : null;

    /// <summary>What can't be prepared is passed on as it is.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whoever gets the event meets the same failure, and has somebody to tell it to.")]
    private async ValueTask<T?> PrepareAsync(EventHeader header)
    {
        try
        {
            return await _prepare(header, _stopping.Token);
        }
        catch (Exception) when (!_stopping.IsCancellationRequested)
        {
            return null;
        }
    }
}
