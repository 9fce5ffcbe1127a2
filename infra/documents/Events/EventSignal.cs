using System.Threading.Channels;

namespace R2P.Documents;

/// <summary>
/// "There may be news", said by a writer after its commit. Any number of calls between two looks count as one.
/// </summary>
public sealed class EventSignal
{
    internal Coalesced Tail { get; } = new();

    internal Coalesced OtherInstances { get; } = new();

    internal void Raise()
    {
        Tail.Raise();
        OtherInstances.Raise();
    }

    /// <summary>A bell that rings once for any number of pulls.</summary>
    internal sealed class Coalesced
    {
        private readonly Channel<bool> _bell =
            Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Raise() => _bell.Writer.TryWrite(true);

        public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _bell.Reader.ReadAsync(cancellationToken);
    }
}
