namespace R2P.GraphQL.Data;

/// <summary>Which page of a connection is wanted (Relay cursor connections). At most one of first and last is given.</summary>
/// <param name="First">So many from the beginning, or from behind <paramref name="After"/>.</param>
/// <param name="After">Only what comes behind this cursor.</param>
/// <param name="Last">So many from the end, or from before <paramref name="Before"/>.</param>
/// <param name="Before">Only what comes before this cursor.</param>
public sealed record PagingArguments(int? First = null, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>The page size where neither first nor last is given.</summary>
    public const int DefaultSize = 20;

    /// <summary>How many rows at most.</summary>
    public int Size => First ?? Last ?? DefaultSize;

    /// <summary>Whether the page is counted from the end.</summary>
    public bool IsBackward => Last is not null;

    /// <summary>The arguments within their bounds; without first and last, the first <paramref name="defaultSize"/>.</summary>
    /// <exception cref="Errors.GraphQLException">Both first and last are given, or one is below 0 or above <paramref name="maxSize"/>.</exception>
    public PagingArguments Within(int defaultSize, int maxSize)
    {
        if (First is not null && Last is not null)
        {
            throw PagingErrors.BothDirections();
        }

        var page = IsBackward ? this : this with { First = First ?? defaultSize };
        return page.Size >= 0 && page.Size <= maxSize
            ? page
            : throw PagingErrors.OutOfRange(IsBackward ? "last" : "first", page.Size, maxSize);
    }
}
