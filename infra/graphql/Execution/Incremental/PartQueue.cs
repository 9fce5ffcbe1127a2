using System.Threading.Channels;

namespace R2P.GraphQL.Execution;

/// <summary>The parts of a response on their way to its reader.</summary>
internal sealed class PartQueue
{
    /// <summary>As many may wait for the reader before lists that come piece by piece are read on.</summary>
    private const int MostUnread = 8;

    private readonly Channel<ResponseResult> _parts = Channel.CreateUnbounded<ResponseResult>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    private readonly Channel<bool> _taken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _unread;

    public void Add(ResponseResult part)
    {
        Interlocked.Increment(ref _unread);
        _parts.Writer.TryWrite(part);
    }

    /// <summary>No more parts come.</summary>
    /// <param name="failure">What is thrown to the reader at the end.</param>
    public void Complete(Exception? failure) => _parts.Writer.Complete(failure);

    /// <summary>Waits until the reader has taken most of what there is.</summary>
    public async ValueTask WaitForReaderAsync(CancellationToken cancellation)
    {
        while (Volatile.Read(ref _unread) >= MostUnread)
        {
            await _taken.Reader.ReadAsync(cancellation);
        }
    }

    public async IAsyncEnumerable<ResponseResult> ReadAllAsync()
    {
        await foreach (var part in _parts.Reader.ReadAllAsync())
        {
            Interlocked.Decrement(ref _unread);
            _taken.Writer.TryWrite(true);
            yield return part;
        }
    }

    /// <summary>Gives back what nobody will read.</summary>
    public void Drop()
    {
        while (_parts.Reader.TryRead(out var unread))
        {
            unread.Dispose();
        }
    }
}
