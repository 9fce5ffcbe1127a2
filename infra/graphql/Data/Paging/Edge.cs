using System.Collections;

namespace R2P.GraphQL.Data;

/// <summary>One entry of a page.</summary>
public sealed class Edge<T>
    where T : class
{
    private readonly Keyset<T> _keyset;

    internal Edge(T node, Keyset<T> keyset) => (Node, _keyset) = (node, keyset);

    /// <summary>The entry's place in the list, for `after` and `before`.</summary>
    public Cursor Cursor => new(_keyset.CursorOf(Node));

    /// <summary>The entry itself.</summary>
    public T Node { get; }
}

/// <summary>The edges of a page, each made when it is read: who asks for nodes only pays for none.</summary>
internal sealed class EdgeList<T>(IReadOnlyList<T> nodes, Keyset<T> keyset) : IReadOnlyList<Edge<T>>
    where T : class
{
    public int Count => nodes.Count;

    public Edge<T> this[int index] => new(nodes[index], keyset);

    public IEnumerator<Edge<T>> GetEnumerator() => nodes.Select(node => new Edge<T>(node, keyset)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
