using R2P.GraphQL.Data;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Tests.Data;

/// <summary>Whatever the order, the values and the page size: a walk from cursor to cursor meets every row once, in order.</summary>
public sealed class KeysetWalkTests
{
    public static TheoryData<int, string> Orders => new MatrixTheoryData<int, string>(
        [1, 2, 3],
        ["", "rank", "-rank", "at", "-at", "name,-at", "-name,rank", "-rank,at,-name", "flag,-rank", "-done,name", "price,-id", "-day", "id", "-id"]);

    [Theory]
    [MemberData(nameof(Orders))]
    public void Forward_walk_equals_the_sorted_list(int seed, string order)
    {
        var (rows, query) = Prepare(seed, order);
        var expected = Sorted(rows, order);
        for (var size = 1; size <= rows.Count + 1; size++)
        {
            var walked = new List<Row>();
            Cursor? after = null;
            for (var hasNext = true; hasNext;)
            {
                var page = Read(rows, query, new PagingArguments(First: size, After: after?.Text));
                walked.AddRange(page.Nodes);
                hasNext = page.PageInfo.HasNextPage;
                Assert.Equal(walked.Count < rows.Count, hasNext);
                Assert.Equal(after is not null, page.PageInfo.HasPreviousPage);
                Assert.Equal(page.Edges[^1].Cursor, page.PageInfo.EndCursor);
                after = page.PageInfo.EndCursor;
            }

            Assert.Equal(expected, walked);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Backward_walk_equals_the_sorted_list(int seed, string order)
    {
        var (rows, query) = Prepare(seed, order);
        var expected = Sorted(rows, order);
        for (var size = 1; size <= rows.Count + 1; size++)
        {
            var walked = new List<Row>();
            Cursor? before = null;
            for (var hasPrevious = true; hasPrevious;)
            {
                var page = Read(rows, query, new PagingArguments(Last: size, Before: before?.Text));
                walked.InsertRange(0, page.Nodes);
                hasPrevious = page.PageInfo.HasPreviousPage;
                Assert.Equal(walked.Count < rows.Count, hasPrevious);
                Assert.Equal(before is not null, page.PageInfo.HasNextPage);
                Assert.Equal(page.Edges[0].Cursor, page.PageInfo.StartCursor);
                before = page.PageInfo.StartCursor;
            }

            Assert.Equal(expected, walked);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Two_cursors_bound_what_lies_between_them(int seed, string order)
    {
        var (rows, query) = Prepare(seed, order);
        var all = Read(rows, query, new PagingArguments(First: rows.Count));
        var expected = Sorted(rows, order);
        for (var from = 0; from < rows.Count; from += 3)
        {
            for (var to = from + 1; to < rows.Count; to += 2)
            {
                var (after, before) = (all.Edges[from].Cursor.Text, all.Edges[to].Cursor.Text);
                var between = expected[(from + 1)..to];
                Assert.Equal(between.Take(2), Read(rows, query, new(First: 2, After: after, Before: before)).Nodes);
                Assert.Equal(between.TakeLast(2), Read(rows, query, new(Last: 2, After: after, Before: before)).Nodes);
            }
        }
    }

    [Fact]
    public void A_walk_survives_rows_that_come_and_go()
    {
        var (rows, query) = Prepare(7, "-rank,name");
        var expected = Sorted(rows, "-rank,name");
        var first = Read(rows, query, new PagingArguments(First: 4));
        rows.Remove(expected[3]);
        rows.Add(expected[0] with { Id = Guid.CreateVersion7() });

        var second = Read(rows, query, new PagingArguments(First: 3, After: first.PageInfo.EndCursor?.Text));

        Assert.Equal(expected[4..7], second.Nodes);
    }

    [Fact]
    public void First_zero_tells_whether_there_is_anything()
    {
        var (rows, query) = Prepare(1, "");
        var page = Read(rows, query, new PagingArguments(First: 0));
        Assert.Empty(page.Edges);
        Assert.True(page.PageInfo.HasNextPage);
        Assert.Null(page.PageInfo.EndCursor);
    }

    [Fact]
    public void A_cursor_of_another_order_is_refused()
    {
        var (rows, byName) = Prepare(1, "name");
        var cursor = Read(rows, byName, new PagingArguments(First: 1)).PageInfo.EndCursor;
        var (_, byNameDown) = Prepare(1, "-name");

        var error = Assert.Throws<GraphQLException>(() => Read(rows, byNameDown, new PagingArguments(Last: 1, Before: cursor?.Text))).Error;

        Assert.Equal("Argument \"before\" is a cursor of another order: start again from the first page when \"order\" changes.", error.Message);
        Assert.Equal(ErrorCodes.BadUserInput, error.Code);
    }

    [Fact]
    public void What_is_no_cursor_is_refused_however_it_is_bent()
    {
        var (rows, query) = Prepare(1, "name,-at,price,day,flag");
        var cursor = Read(rows, query, new PagingArguments(First: 1)).PageInfo.EndCursor!.Value.Text;
        string[] bent = ["", "?", "AAAA", "K", cursor + "AAAA", .. Enumerable.Range(1, cursor.Length - 1).Select(length => cursor[..length])];
        foreach (var text in bent)
        {
            var error = Assert.Throws<GraphQLException>(() => Read(rows, query, new PagingArguments(First: 1, After: text))).Error;
            Assert.Equal("Argument \"after\" is not a cursor of this connection.", error.Message);
            Assert.Equal(ErrorCodes.BadUserInput, error.Code);
        }
    }

    [Fact]
    public void Random_bytes_behind_a_right_signature_never_break_anything()
    {
        var random = new Random(4711);
        var (rows, query) = Prepare(1, "name,-at,price,day,flag,rank");
        var cursor = Read(rows, query, new PagingArguments(First: 1)).PageInfo.EndCursor!.Value.Text;
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(cursor);
            bytes[random.Next(5, bytes.Length)] = (byte)random.Next(256);
            var text = System.Buffers.Text.Base64Url.EncodeToString(bytes);
            var error = Record.Exception(() => Read(rows, query, new PagingArguments(First: 1, After: text)));
            Assert.True(error is null or GraphQLException { Error.Code: ErrorCodes.BadUserInput }, error?.ToString());
        }
    }

    [Fact]
    public void Every_parent_gets_its_own_page()
    {
        var (rows, query) = Prepare(3, "-rank");
        var pages = Page.ComposePerParent(["a", "b", "nobody", "a"], rows.AsQueryable, row => row.Name ?? "", query, new(First: 2), new LibraryService());

        var connections = pages.ToConnections([.. pages.Rows], [.. pages.Totals]);

        Assert.Equal(["a", "b", "nobody"], connections.Keys);
        foreach (var (name, connection) in connections)
        {
            var expected = Sorted(rows, "-rank").Where(row => row.Name == name).ToList();
            Assert.Equal(expected.Take(2), connection.Nodes);
            Assert.Equal(expected.Count > 2, connection.PageInfo.HasNextPage);
            Assert.Equal(expected.Count, connection.TotalCount);
        }
    }

    private static Connection<Row> Read(List<Row> rows, QueryContext<Row> query, PagingArguments paging)
    {
        var page = Page.Compose(rows.AsQueryable(), query, paging);
        return page.ToConnection([.. page.Rows]);
    }

    private static (List<Row> Rows, QueryContext<Row> Query) Prepare(int seed, string order)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 5 + (seed * 2)).Select(_ => Row.Random(random)).ToList();
        var keys = order.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Key).ToArray();
        return (rows, new QueryContext<Row> { Order = SortKey.Complete(keys) });
    }

    private static SortKey<Row> Key(string text) => text.TrimStart('-') switch
    {
        "rank" => SortKey.By((Row row) => row.Rank, text[0] == '-'),
        "at" => SortKey.By((Row row) => row.At, text[0] == '-'),
        "name" => SortKey.By((Row row) => row.Name, text[0] == '-'),
        "flag" => SortKey.By((Row row) => row.Flag, text[0] == '-'),
        "done" => SortKey.By((Row row) => row.Done, text[0] == '-'),
        "price" => SortKey.By((Row row) => row.Inner.Price, text[0] == '-'),
        "day" => SortKey.By((Row row) => row.Inner.Day, text[0] == '-'),
        _ => SortKey.By((Row row) => row.Id, text[0] == '-'),
    };

    /// <summary>The same order, said in another way: by one comparison of two rows.</summary>
    private static List<Row> Sorted(List<Row> rows, string order)
    {
        var keys = order.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!keys.Exists(key => key.EndsWith("id", StringComparison.Ordinal)))
        {
            keys.Add(keys.Count > 0 && keys[^1][0] == '-' ? "-id" : "id");
        }

        var sorted = rows.ToList();
        sorted.Sort((left, right) => keys.Select(key => Compare(left, right, key)).FirstOrDefault(result => result != 0));
        return sorted;
    }

    private static int Compare(Row left, Row right, string key)
    {
        var (leftValue, rightValue) = (Value(left, key), Value(right, key));
        var ascending = (leftValue, rightValue) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string leftText, string rightText) => string.CompareOrdinal(leftText, rightText),
            _ => leftValue.CompareTo(rightValue),
        };
        return key[0] == '-' ? -ascending : ascending;
    }

    private static IComparable? Value(Row row, string key) => key.TrimStart('-') switch
    {
        "rank" => row.Rank,
        "at" => row.At,
        "name" => row.Name,
        "flag" => row.Flag,
        "done" => row.Done,
        "price" => row.Inner.Price,
        "day" => row.Inner.Day,
        _ => row.Id,
    };

    internal sealed record Row(Guid Id, int Rank, string? Name, DateTimeOffset? At, bool Flag, bool? Done, Inner Inner)
    {
        private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public static Row Random(Random random)
        {
            var id = new byte[16];
            random.NextBytes(id);
            return new Row(
                new Guid(id),
                random.Next(3),
                random.Next(4) switch { 0 => null, 1 => "a", 2 => "b", _ => "ß" },
                random.Next(3) == 0 ? null : Start.AddMicroseconds(random.Next(4)),
                random.Next(2) == 0,
                random.Next(3) switch { 0 => null, 1 => false, _ => true },
                new Inner(random.Next(3) / 10m, random.Next(3) == 0 ? null : new DateOnly(2026, 1, 1 + random.Next(3))));
        }
    }

    internal sealed record Inner(decimal Price, DateOnly? Day);
}
