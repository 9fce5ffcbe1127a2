using System.Buffers;

namespace R2P.GraphQL.Response;

/// <summary>Values written one after the other into one buffer, which is given back when each of them has been released.</summary>
internal sealed class WrittenParts(ResponseOutput output, (long Start, long Length)[] places)
{
    private readonly ReadOnlySequence<byte> _all = output.Buffer.ToSequence();
    private int _left = places.Length;

    /// <summary>The JSON of one value; valid until it is released.</summary>
    public ReadOnlySequence<byte> this[int index] => _all.Slice(places[index].Start, places[index].Length);

    /// <summary>Called once for each value, when it is not read any more.</summary>
    public void Release()
    {
        if (--_left == 0)
        {
            output.Return();
        }
    }
}
