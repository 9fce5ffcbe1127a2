using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>
/// A page's query, ready to be run by whoever can: <see cref="Rows"/> holds one row more than the page, which tells whether another page follows.
/// </summary>
public sealed class PageQuery<T>
    where T : class
{
    private static readonly MethodInfo TakeRows = new Func<IQueryable<T>, int, IQueryable<T>>(Queryable.Take).Method;

    private readonly QueryContext<T> _query;
    private readonly PagingArguments _paging;
    private readonly Keyset<T> _keyset;
    private readonly List<Expression<Func<T, bool>>> _bounds = [];
    private readonly Func<IQueryable<T>> _source;

    internal PageQuery(Func<IQueryable<T>> source, QueryContext<T> query, PagingArguments paging)
    {
        (_source, _query, _paging) = (source, query, paging);
        _keyset = new Keyset<T>(query.Order);
        Bound(paging.After, "after", backward: false);
        Bound(paging.Before, "before", backward: true);
    }

    /// <summary>The rows before anything was asked of them.</summary>
    public IQueryable<T> Source => field ??= _source();

    /// <summary>All rows that were asked for, whatever the page: what a total counts.</summary>
    public IQueryable<T> Filtered => Filter(Source);

    /// <summary>The page's rows and one more; from the end of the list when the page is counted from there.</summary>
    public IQueryable<T> Rows => Shape(Source);

    /// <summary>
    /// Makes a query of the type the page's: filter, place, order and number of rows. For a source that is itself put together from pages: each part,
    /// and then the whole, takes this shape.
    /// </summary>
    public IQueryable<T> Shape(IQueryable<T> source)
    {
        var sorted = Sort(Narrow(source));
        return sorted.Provider.CreateQuery<T>(Expression.Call(TakeRows, sorted.Expression, Captured.Of(Take)));
    }

    /// <summary>Puts a query into the page's order.</summary>
    public IQueryable<T> Sort(IQueryable<T> source) => _keyset.Sort(source, _paging.IsBackward);

    /// <summary>How many rows tell the page and whether there is more: one more than the page has.</summary>
    public int Take => _paging.Size + 1;

    /// <summary>The properties, by name, that a row is looked at for; null for all.</summary>
    public IReadOnlySet<string>? Properties => _query.Properties;

    /// <summary>The sort values of the row behind which the page begins, as it is counted; null if it begins at the list's end.</summary>
    public IReadOnlyList<object?>? Start { get; private set; }

    /// <summary>Whether nothing was asked but a number of rows: no filter, no order, no place.</summary>
    public bool IsPlain => _query.Where is null && !_query.HasClientOrder && _bounds.Count == 0;

    /// <summary>Whether the page is counted from the end of the list.</summary>
    public bool IsBackward => _paging.IsBackward;

    /// <summary>Narrows a query to the rows that were asked for and lie where the page begins, or behind.</summary>
    public IQueryable<T> Narrow(IQueryable<T> source) => _bounds.Aggregate(Filter(source), Queryable.Where);

    /// <summary>Narrows a query to the rows that were asked for, wherever they lie.</summary>
    public IQueryable<T> Filter(IQueryable<T> source) => _query.Where is { } where ? source.Where(where) : source;

    /// <summary>The page that rows read by <see cref="Rows"/> are.</summary>
    /// <param name="totalCount">How many rows <see cref="Filtered"/> has, if that was selected.</param>
    public Connection<T> ToConnection(IReadOnlyList<T> rows, int? totalCount = null)
    {
        var hasMore = rows.Count > _paging.Size;
        var nodes = rows.Take(_paging.Size).ToArray();
        if (_paging.IsBackward)
        {
            Array.Reverse(nodes);
        }

        // The row of a cursor was there when the cursor was given out: it lies beyond the page, on the cursor's side.
        var info = new PageInfo(
            hasNextPage: _paging.IsBackward ? _paging.Before is not null : hasMore || _paging.Before is not null,
            hasPreviousPage: _paging.IsBackward ? hasMore || _paging.After is not null : _paging.After is not null,
            startCursor: () => nodes.Length > 0 ? CursorOf(nodes[0]) : null,
            endCursor: () => nodes.Length > 0 ? CursorOf(nodes[^1]) : null);
        return new Connection<T>(nodes, info, CursorOf, totalCount);
    }

    private Cursor CursorOf(T row) => new(_keyset.CursorOf(row));

    private void Bound(string? cursor, string argument, bool backward)
    {
        if (cursor is not null)
        {
            var values = _keyset.ValuesOf(cursor, argument);
            _bounds.Add(_keyset.Seek(values, backward));
            Start = backward == IsBackward ? values : Start;
        }
    }
}
