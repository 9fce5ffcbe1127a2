namespace R2P.GraphQL.Data;

/// <summary>Where a page stands in its list.</summary>
public sealed class PageInfo
{
    private readonly Func<string?> _startCursor;
    private readonly Func<string?> _endCursor;

    internal PageInfo(bool hasNextPage, bool hasPreviousPage, Func<string?> startCursor, Func<string?> endCursor)
    {
        (HasNextPage, HasPreviousPage) = (hasNextPage, hasPreviousPage);
        (_startCursor, _endCursor) = (startCursor, endCursor);
    }

    /// <summary>Whether more entries follow the page.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether entries come before the page.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>The cursor of the page's first entry; null if the page is empty.</summary>
    public string? StartCursor => _startCursor();

    /// <summary>The cursor of the page's last entry; null if the page is empty.</summary>
    public string? EndCursor => _endCursor();
}
