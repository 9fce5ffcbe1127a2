using System.Diagnostics.CodeAnalysis;

namespace R2P.GraphQL.Persisted;

/// <summary>
/// The documents that clients taught the service, by the hash of their text. Bounded in number and bytes; the one that was not asked for the
/// longest is forgotten first, and its client teaches it again.
/// </summary>
internal sealed class AutomaticQueries(int maxCount, int maxBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private int _bytes;

    public bool TryGet(string hash, [NotNullWhen(true)] out byte[]? text)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(hash, out var node))
            {
                text = null;
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            text = node.Value.Text;
            return true;
        }
    }

    public void Add(string hash, byte[] text)
    {
        if (text.Length > maxBytes)
        {
            return;
        }

        lock (_gate)
        {
            if (_entries.ContainsKey(hash))
            {
                return;
            }

            _entries.Add(hash, _byUse.AddFirst(new Entry(hash, text)));
            _bytes += text.Length;
            while (_entries.Count > maxCount || _bytes > maxBytes)
            {
                var forgotten = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _entries.Remove(forgotten.Hash);
                _bytes -= forgotten.Text.Length;
            }
        }
    }

    private sealed record Entry(string Hash, byte[] Text);
}
