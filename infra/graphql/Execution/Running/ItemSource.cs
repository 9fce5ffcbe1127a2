using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace R2P.GraphQL.Execution;

/// <summary>
/// A list that comes piece by piece, while it is read. Nothing is asked of it before it is wanted, save for the one item that it may be at work on when
/// those before it are delivered.
/// </summary>
internal sealed class ItemSource : IAsyncDisposable
{
    private readonly CancellationTokenSource _life;
    private readonly IAsyncEnumerator<object?> _items;
    private readonly SemaphoreSlim _reading = new(1);
    private readonly Lock _gate = new();
    private Task<bool>? _next;
    private Task? _end;

    public ItemSource(IAsyncEnumerable<object?> items, CancellationToken cancellation)
    {
        _life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _items = items.GetAsyncEnumerator(_life.Token);
    }

    /// <summary>The items that come at once.</summary>
    public List<object?> First { get; } = [];

    /// <summary>Whether there are no more items.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What ended it before its time.</summary>
    public Exception? Failure { get; private set; }

    private Task<bool> Next => _next ??= _items.MoveNextAsync().AsTask();

    /// <summary>Reads the items that come at once, as many as are wanted or as there are.</summary>
    public async ValueTask ReadFirstAsync(int count)
    {
        while (First.Count < count && !IsOver)
        {
            _life.Token.ThrowIfCancellationRequested();
            if (await MovesAsync())
            {
                First.Add(_items.Current);
            }
        }
    }

    /// <summary>Waits for the next item, and takes with it those that are there already. What it throws is its <see cref="Failure"/>.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants them any more.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Reading a list runs the resolver's code; what it throws is the list's error.")]
    public async ValueTask<IReadOnlyList<object?>> ReadAsync(int most)
    {
        await _reading.WaitAsync(_life.Token);
        var read = new List<object?>();
        try
        {
            while (read.Count < most && !IsOver && (read.Count == 0 || Next.IsCompleted))
            {
                _life.Token.ThrowIfCancellationRequested();
                if (await MovesAsync())
                {
                    read.Add(_items.Current);
                }
            }
        }
        catch (Exception failure) when (!_life.IsCancellationRequested)
        {
            (IsOver, Failure) = (true, failure);
        }
        finally
        {
            _reading.Release();
        }

        return read;
    }

    /// <summary>Ends it, wherever it is: it is told so, whoever reads it comes back, and it is disposed of. Once, however often it is asked for.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            return new ValueTask(_end ??= EndOnceAsync());
        }
    }

    /// <summary>The same, where nobody is left whom it could fail.</summary>
    public async Task AbandonAsync() => await DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async ValueTask<bool> MovesAsync()
    {
        var moves = await Next;
        (_next, IsOver) = (null, !moves);
        return moves;
    }

    private async Task EndOnceAsync()
    {
        await _life.CancelAsync();
        await _reading.WaitAsync(CancellationToken.None);
        if (_next is { } underWay)
        {
            await ((Task)underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _items.DisposeAsync();
        _life.Dispose();
    }
}

/// <summary>The lists of one operation that are read while they are delivered.</summary>
internal sealed class ItemSources
{
    private readonly ConcurrentQueue<ItemSource> _sources = new();

    public bool Any => !_sources.IsEmpty;

    public void Add(ItemSource source) => _sources.Enqueue(source);

    /// <summary>Ends all that have not ended by themselves.</summary>
    public Task EndAsync() => _sources.IsEmpty ? Task.CompletedTask : Task.WhenAll(_sources.Select(source => source.AbandonAsync()));
}
