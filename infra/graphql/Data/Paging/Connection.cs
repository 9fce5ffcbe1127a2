namespace R2P.GraphQL.Data;

/// <summary>A page of a list, with what is needed to ask for the next one.</summary>
public sealed class Connection<T>
    where T : class
{
    private readonly int? _totalCount;

    /// <summary>A page that was read.</summary>
    /// <param name="nodes">Its entries.</param>
    /// <param name="pageInfo">Where it stands in the list.</param>
    /// <param name="cursorOf">Gives an entry's place in the list.</param>
    /// <param name="totalCount">How many entries the whole list has, if that was selected.</param>
    public Connection(IReadOnlyList<T> nodes, PageInfo pageInfo, Func<T, Cursor> cursorOf, int? totalCount)
    {
        Nodes = nodes;
        PageInfo = pageInfo;
        Edges = new EdgeList<T>(nodes, cursorOf);
        _totalCount = totalCount;
    }

    /// <summary>The page's entries, each with its cursor.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>The page's entries without their cursors.</summary>
    public IReadOnlyList<T> Nodes { get; }

    /// <summary>Where the page stands in the list.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>How many entries the whole list has, whatever the page.</summary>
    public int TotalCount =>
        _totalCount ?? throw new InvalidOperationException($"The total of this {nameof(Connection<>)} was not asked for when it was read.");
}
