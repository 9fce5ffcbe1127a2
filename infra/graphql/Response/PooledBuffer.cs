using System.Buffers;
using System.Runtime.InteropServices;

namespace R2P.GraphQL.Response;

/// <summary>A buffer of pooled segments: it grows without copying, and gives everything back when it is cleared.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int SmallestSegment = 16 * 1024;
    private const int LargestSegment = 512 * 1024;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _current = [];
    private int _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _current.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _current.AsSpan(_written);
    }

    /// <summary>
    /// Whether what a writer wrote last, and holds back unflushed in this buffer's memory, is the literal <c>null</c>. No other JSON value ends
    /// in these four bytes.
    /// </summary>
    public bool EndsWithNull(int pending)
    {
        var end = _written + pending;
        return pending >= 4 && MemoryMarshal.Read<uint>(_current.AsSpan(end - 4, 4)) == MemoryMarshal.Read<uint>("null"u8);
    }

    /// <summary>All that was written; valid until the buffer is cleared.</summary>
    public ReadOnlySequence<byte> ToSequence()
    {
        if (_full.Count == 0)
        {
            return new ReadOnlySequence<byte>(_current, 0, _written);
        }

        var first = new Segment(_full[0], null);
        var last = first;
        foreach (var segment in _full.Skip(1).Append(new ArraySegment<byte>(_current, 0, _written)))
        {
            last = new Segment(segment, last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    public void Clear()
    {
        foreach (var segment in _full)
        {
            ArrayPool<byte>.Shared.Return(segment.Array!);
        }

        _full.Clear();
        if (_current.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_current);
        }

        (_current, _written) = ([], 0);
    }

    private void Reserve(int sizeHint)
    {
        if (_current.Length - _written >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var size = Math.Clamp(_current.Length * 2, SmallestSegment, LargestSegment);
        if (_written > 0)
        {
            _full.Add(new ArraySegment<byte>(_current, 0, _written));
        }
        else if (_current.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_current);
        }

        (_current, _written) = (ArrayPool<byte>.Shared.Rent(Math.Max(size, sizeHint)), 0);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ArraySegment<byte> bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
