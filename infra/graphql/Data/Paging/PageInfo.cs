namespace R2P.GraphQL.Data;

/// <summary>Where a page stands in its list.</summary>
public sealed class PageInfo
{
    private readonly Func<Cursor?> _startCursor;
    private readonly Func<Cursor?> _endCursor;

    /// <summary>Where a page stands; the cursors are made only when they are asked for.</summary>
    public PageInfo(bool hasNextPage, bool hasPreviousPage, Func<Cursor?> startCursor, Func<Cursor?> endCursor)
    {
        (HasNextPage, HasPreviousPage) = (hasNextPage, hasPreviousPage);
        (_startCursor, _endCursor) = (startCursor, endCursor);
    }

    /// <summary>Whether more entries follow the page.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether entries come before the page.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>The cursor of the page's first entry; null if the page is empty.</summary>
    public Cursor? StartCursor => _startCursor();

    /// <summary>The cursor of the page's last entry; null if the page is empty.</summary>
    public Cursor? EndCursor => _endCursor();
}
