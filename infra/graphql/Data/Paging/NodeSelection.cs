using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Data;

/// <summary>What was selected of a connection's entries, whether by <c>nodes</c> or by <c>edges.node</c>.</summary>
internal sealed class NodeSelection(ISelection direct, ISelection byEdge) : ISelection
{
    public NodeSelection(ISelection connection)
        : this(connection.Below("nodes"), connection.Below("edges").Below("node"))
    {
    }

    public IReadOnlyCollection<string> FieldNames => field ??= [.. direct.FieldNames.Union(byEdge.FieldNames)];

    public bool Selects(string fieldName) => direct.Selects(fieldName) || byEdge.Selects(fieldName);

    public IReadOnlySet<string>? PropertiesOf(Type type) =>
        direct.PropertiesOf(type) is { } one && byEdge.PropertiesOf(type) is { } other
            ? one.Count == 0 ? other : other.Count == 0 ? one : one.Union(other).ToHashSet(StringComparer.Ordinal)
            : null;

    public ISelection Below(string fieldName) => new NodeSelection(direct.Below(fieldName), byEdge.Below(fieldName));
}
