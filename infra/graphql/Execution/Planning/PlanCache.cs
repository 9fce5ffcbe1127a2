using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace R2P.GraphQL.Execution;

/// <summary>
/// The documents that were found valid, by their text. Two generations bound it: what is asked for moves to the young one; when that is full it
/// becomes the old one, and the old one is forgotten. Documents that do not validate never get in, so they push nothing out.
/// </summary>
internal sealed class PlanCache(int capacity)
{
    /// <summary>Text held by one generation; plans weigh many times their text.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private Generation _young = new();
    private Generation _old = new();

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (_young.TryGet(text, out document))
        {
            return true;
        }

        if (!_old.TryGet(text, out document))
        {
            return false;
        }

        document = Add(text.ToArray(), document);
        return true;
    }

    /// <summary>Keeps a document, unless there is one of this text.</summary>
    /// <returns>The one that is kept: requests that come together share one plan, and what is shared by its plan.</returns>
    public PreparedDocument Add(byte[] text, PreparedDocument document)
    {
        if (capacity == 0 || text.Length > MaxBytes)
        {
            return document;
        }

        lock (_gate)
        {
            if (_young.TryGet(text, out var kept))
            {
                return kept;
            }

            document = _old.TryGet(text, out var older) ? older : document;
            var young = _young;
            if (young.Count >= (capacity + 1) / 2 || young.Bytes + text.Length > MaxBytes)
            {
                (_old, _young) = (young, young = new Generation());
            }

            young.Add(text, document);
            return document;
        }
    }

    private sealed class Generation
    {
        private readonly ConcurrentDictionary<byte[], PreparedDocument> _documents = new(TextComparer.Instance);

        public int Count { get; private set; }

        public int Bytes { get; private set; }

        public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out PreparedDocument? document) =>
            _documents.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out document);

        public void Add(byte[] text, PreparedDocument document)
        {
            (Count, Bytes) = (Count + 1, Bytes + text.Length);
            _documents[text] = document;
        }
    }

    /// <summary>Compares whole texts; hashes with the runtime's keyed string hash, whose collisions can't be made from outside.</summary>
    private sealed class TextComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static TextComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] text) => GetHashCode(text.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            var pairs = string.GetHashCode(MemoryMarshal.Cast<byte, char>(text), StringComparison.Ordinal);
            return (text.Length & 1) == 0 ? pairs : HashCode.Combine(pairs, text[^1]);
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
