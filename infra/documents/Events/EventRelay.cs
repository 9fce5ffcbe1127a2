using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace R2P.Documents;

/// <summary>
/// Follows the live log once for many followers who want the same of each event: it prepares events while those before go out, passes them on to all of
/// them, and goes on when that has settled. So they keep step, and what one of them works out is there for the others. Whatever is prepared by then goes out
/// together: when there is much to tell, each follower is turned to less often. Made by <see cref="EventLog.Relay{T}"/>.
/// </summary>
public sealed class EventRelay<T> : IAsyncDisposable
    where T : class
{
    private const int MostAhead = 8;
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

        // It outlives whoever asked first: nothing of their request belongs to it.
        using var _ = ExecutionContext.SuppressFlow();
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
        var prepared = Channel.CreateBounded<RelayedEvent<T>>(new BoundedChannelOptions(MostAhead) { SingleReader = true, SingleWriter = true });
        var preparing = PrepareAllAsync(live, prepared.Writer);
        try
        {
            // From here on nothing is missed; those who have followed before go back to the database for what may have been.
            Followers.End();
            await PassOnAsync(prepared.Reader);
        }
        finally
        {
            await preparing;
        }
    }

    private async Task PassOnAsync(ChannelReader<RelayedEvent<T>> prepared)
    {
        var together = new List<RelayedEvent<T>>(MostAhead);
        while (await prepared.WaitToReadAsync(_stopping.Token))
        {
            while (together.Count < MostAhead && prepared.TryRead(out var next))
            {
                together.Add(next);
            }

            Followers.Publish(together);
            await SettleAsync(together);
            together.Clear();
        }
    }

    /// <summary>Prepares one event after the other while those before go out.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whoever passes on meets the failure.")]
    private async Task PrepareAllAsync(IAsyncEnumerable<EventHeader> live, ChannelWriter<RelayedEvent<T>> prepared)
    {
        try
        {
            await foreach (var header in live)
            {
                await prepared.WriteAsync(new RelayedEvent<T>(header, await PrepareAsync(header)), _stopping.Token);
            }

            prepared.Complete();
        }
        catch (Exception failure)
        {
            prepared.Complete(failure);
        }
    }

    private async ValueTask SettleAsync(List<RelayedEvent<T>> events)
    {
        foreach (var (_, prepared) in events)
        {
            if (prepared is not null)
            {
                await _settled(prepared);
            }
        }
    }

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

/// <summary>An event, and what was prepared of it for all who follow; nothing if that failed.</summary>
internal readonly record struct RelayedEvent<T>(EventHeader Header, T? Prepared)
    where T : class;
