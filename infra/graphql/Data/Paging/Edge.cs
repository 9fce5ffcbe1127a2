using System.Collections;

namespace R2P.GraphQL.Data;

/// <summary>One entry of a page.</summary>
public sealed class Edge<T>
    where T : class
{
    private readonly Func<T, Cursor> _cursorOf;

    internal Edge(T node, Func<T, Cursor> cursorOf) => (Node, _cursorOf) = (node, cursorOf);

    /// <summary>The entry's place in the list, for `after` and `before`.</summary>
    public Cursor Cursor => _cursorOf(Node);

    /// <summary>The entry itself.</summary>
    public T Node { get; }
}

/// <summary>The edges of a page, each made when it is read: who asks for nodes only pays for none.</summary>
internal sealed class EdgeList<T>(IReadOnlyList<T> nodes, Func<T, Cursor> cursorOf) : IReadOnlyList<Edge<T>>
    where T : class
{
    public int Count => nodes.Count;

    public Edge<T> this[int index] => new(nodes[index], cursorOf);

    public IEnumerator<Edge<T>> GetEnumerator() => nodes.Select(node => new Edge<T>(node, cursorOf)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
