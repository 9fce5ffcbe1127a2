using R2P.GraphQL.Data;
using R2P.Tests;

namespace R2P.GraphQL.Tests.Data.Sql;

/// <summary>Keyset pages on PostgreSQL: the same walk as in memory, by an index, and the pages of many parents in one statement.</summary>
public sealed class SqlPagingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private BookContext? _books;

    private BookContext Context => _books ?? throw new InvalidOperationException("No database yet.");

    public async ValueTask InitializeAsync()
    {
        var random = new Random(17);
        _books = await SqlLibrary.CreateAsync(postgres, Enumerable.Range(1, 24).Select(number => new Book
        {
            Id = Books.IdOf(random.Next(int.MaxValue)),
            Title = random.Next(3) switch { 0 => "a", 1 => "B", _ => "ß" },
            Subtitle = random.Next(3) switch { 0 => null, 1 => "x", _ => "y" },
            PublishedAt = random.Next(3) == 0 ? null : Start.AddMicroseconds(random.Next(3)),
            Stock = number % 4,
            OwnerId = Books.IdOf(number % 3),
        }));
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Walks_like_memory_in_both_directions(bool firstDown, bool secondDown)
    {
        SortKey<Book>[][] orders =
        [
            [SortKey.By((Book book) => book.PublishedAt, firstDown), SortKey.By((Book book) => book.Title, secondDown)],
            [SortKey.By((Book book) => book.Subtitle, firstDown), SortKey.By((Book book) => book.PublishedAt, secondDown)],
            [SortKey.By((Book book) => book.Title, firstDown), SortKey.By((Book book) => book.Stock, secondDown)],
            [SortKey.By((Book book) => book.Stock, firstDown), SortKey.By((Book book) => book.Subtitle, secondDown)],
            [SortKey.By((Book book) => book.IsLent, firstDown), SortKey.By((Book book) => book.Id, secondDown)],
        ];
        var inMemory = Context.Books.ToList().AsQueryable();
        foreach (var order in orders)
        {
            var query = new QueryContext<Book> { Order = SortKey.Complete(order) };
            var expected = Walk(inMemory, query, size: 100, backward: false);
            Assert.Equal(24, expected.Count);
            Assert.Equal(expected, Walk(Context.Books, query, size: 5, backward: false));
            Assert.Equal(expected, Walk(Context.Books, query, size: 7, backward: true));
        }
    }

    [Fact]
    public void A_page_is_one_statement_whose_text_does_not_depend_on_size_and_place()
    {
        var query = new QueryContext<Book>().DefaultOrder(book => book.Stock, descending: true);
        var first = Page.Compose(Context.Books, query, new PagingArguments(First: 2));
        var cursor = first.ToConnection([.. first.Rows]).PageInfo.EndCursor!.Value.Text;
        _ = Page.Compose(Context.Books, query, new PagingArguments(First: 3, After: cursor)).Rows.ToList();
        _ = Page.Compose(Context.Books, query, new PagingArguments(First: 9, After: cursor)).Rows.ToList();

        Assert.Equal(3, Context.Statements.Count);
        Assert.Equal(Context.Statements[1], Context.Statements[2]);
        Assert.EndsWith(
            """
            WHERE b."Stock" <= @Value AND (b."Stock" < @Value1 OR b."Id" < @Value2)
            ORDER BY b."Stock" DESC, b."Id" DESC
            LIMIT @Value3
            """,
            Context.Statements[1],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_pages_of_many_parents_are_one_lateral_join(bool backward)
    {
        var query = new QueryContext<Book> { Where = book => book.Stock > 0 }.DefaultOrder(book => book.PublishedAt);
        Guid[] keys = [Books.IdOf(0), Books.IdOf(1), Books.IdOf(2), Books.IdOf(77)];
        var paging = backward ? new PagingArguments(Last: 2) : new PagingArguments(First: 2);
        var inMemory = Context.Books.ToList().AsQueryable();
        Context.Statements.Clear();

        var pages = Page.ComposePerParent(keys, () => Context.Books, book => book.OwnerId, query, paging, Context);
        var connections = pages.ToConnections([.. pages.Rows], [.. pages.Totals]);

        Assert.Equal(keys, connections.Keys);
        foreach (var key in keys)
        {
            var alone = Page.Compose(inMemory.Where(book => book.OwnerId == key), query, paging);
            var expected = alone.ToConnection([.. alone.Rows]);
            Assert.Equal(Ids(expected.Nodes), Ids(connections[key].Nodes));
            Assert.Equal(expected.PageInfo.HasNextPage, connections[key].PageInfo.HasNextPage);
            Assert.Equal(expected.PageInfo.HasPreviousPage, connections[key].PageInfo.HasPreviousPage);
            Assert.Equal(alone.Filtered.Count(), connections[key].TotalCount);
        }

        Assert.Equal(2, Context.Statements.Count);
        Assert.Contains("FROM (\n    select unnest(@p0) as \"Value\"\n) AS ", Context.Statements[0], StringComparison.Ordinal);
        Assert.Contains("JOIN LATERAL (", Context.Statements[0], StringComparison.Ordinal);
        Assert.DoesNotContain("ROW_NUMBER", Context.Statements[0], StringComparison.Ordinal);
        Assert.Contains("GROUP BY", Context.Statements[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_statement_does_not_depend_on_the_parents()
    {
        foreach (Guid[] keys in new[] { [Books.IdOf(1), Books.IdOf(2)], new[] { Books.IdOf(0), Books.IdOf(1), Books.IdOf(2) } })
        {
            var paging = new PagingArguments(First: keys.Length);
            var pages = Page.ComposePerParent(keys, () => Context.Books, book => book.OwnerId, new QueryContext<Book>(), paging, Context);
            Assert.Equal(keys.Length * (keys.Length + 1), pages.Rows.ToList().Count);
        }

        Assert.Equal(2, Context.Statements.Count);
        Assert.Equal(Context.Statements[0], Context.Statements[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_page_of_one_parent_needs_no_join(bool backward)
    {
        var query = new QueryContext<Book>().DefaultOrder(book => book.PublishedAt);
        var paging = backward ? new PagingArguments(Last: 2) : new PagingArguments(First: 2);
        Context.Statements.Clear();

        var pages = Page.ComposePerParent([Books.IdOf(1)], () => Context.Books, book => book.OwnerId, query, paging, Context);
        var connection = pages.ToConnections([.. pages.Rows])[Books.IdOf(1)];

        var alone = Page.Compose(Context.Books.ToList().AsQueryable().Where(book => book.OwnerId == Books.IdOf(1)), query, paging);
        Assert.Equal(Ids(alone.ToConnection([.. alone.Rows]).Nodes), Ids(connection.Nodes));
        Assert.DoesNotContain("JOIN", Context.Statements[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_put_together_from_pages_takes_the_same_shape()
    {
        var query = new QueryContext<Book>().DefaultOrder(book => book.PublishedAt, descending: true);
        var page = Page.Compose(Context.Books, query, new PagingArguments(First: 4));
        var merged = page.Shape(Context.Books.Where(book => book.OwnerId == Books.IdOf(0)))
            .Concat(page.Shape(Context.Books.Where(book => book.OwnerId == Books.IdOf(1))));

        var nodes = page.ToConnection([.. page.Shape(merged)]).Nodes;

        var all = Context.Books.ToList().AsQueryable().Where(book => book.OwnerId == Books.IdOf(0) || book.OwnerId == Books.IdOf(1));
        Assert.Equal(Ids([.. page.Shape(all).Take(4)]), Ids(nodes));
    }

    private static List<Guid> Ids(IEnumerable<Book> books) => [.. books.Select(book => book.Id)];

    private static List<Guid> Walk(IQueryable<Book> source, QueryContext<Book> query, int size, bool backward)
    {
        var walked = new List<Guid>();
        Cursor? cursor = null;
        for (var hasMore = true; hasMore;)
        {
            var paging = backward ? new PagingArguments(Last: size, Before: cursor?.Text) : new PagingArguments(First: size, After: cursor?.Text);
            var composed = Page.Compose(source, query, paging);
            var page = composed.ToConnection([.. composed.Rows]);
            walked.InsertRange(backward ? 0 : walked.Count, Ids(page.Nodes));
            (hasMore, cursor) = backward
                ? (page.PageInfo.HasPreviousPage, page.PageInfo.StartCursor)
                : (page.PageInfo.HasNextPage, page.PageInfo.EndCursor);
        }

        return walked;
    }
}
