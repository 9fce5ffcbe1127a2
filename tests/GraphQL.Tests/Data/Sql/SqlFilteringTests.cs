using R2P.Tests;

namespace R2P.GraphQL.Tests.Data.Sql;

/// <summary>Every filter is translated to SQL wholly, and finds what it finds in memory.</summary>
public sealed class SqlFilteringTests(PostgresFixture postgres) : IAsyncLifetime
{
    private BookContext? _books;

    private BookContext Context => _books ?? throw new InvalidOperationException("No database yet.");

    public async ValueTask InitializeAsync() => _books = await SqlLibrary.CreateAsync(postgres, Books.Make());

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    [Fact]
    public async Task Finds_what_memory_finds()
    {
        var library = new LibraryService(Context.Books.OrderBy(book => book.Id));
        var failures = new List<string>();
        foreach (var (where, expected) in FilterCases.All.Select(row => row.Data))
        {
            var response = await library.AskAsync($"{{ allBooks(where: {where}) {{ id }} }}");
            var ids = response.GetProperty("data") is { ValueKind: System.Text.Json.JsonValueKind.Object } data
                ? string.Join(',', data.GetProperty("allBooks").EnumerateArray().Select(book => book.GetProperty("id").GetString()))
                : response.ToString();
            if (ids != string.Join(',', expected.Select(number => new NodeId("Book", Books.IdOf(number)))))
            {
                failures.Add($"{where}: {ids}\n{Context.Statements.LastOrDefault()}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Theory]
    [InlineData("{ title: { eq: \"Atlas\" } }", "{ title: { eq: \"B\" } }")]
    [InlineData("{ title: { in: [\"Atlas\"] } }", "{ title: { in: [\"a\", \"b\", \"c\"] } }")]
    [InlineData("{ title: { contains: \"a\" } }", "{ title: { contains: \"%_\" } }")]
    [InlineData("{ tags: { some: { eq: \"a\" } } }", "{ tags: { some: { eq: \"b\" } } }")]
    [InlineData("{ stock: { gt: 1 }, genre: { eq: NOVEL } }", "{ stock: { gt: 9 }, genre: { eq: REPORT } }")]
    [InlineData("{ body: { chapters: { some: { length: { gt: 1 } } } } }", "{ body: { chapters: { some: { length: { gt: 7 } } } } }")]
    public async Task Filters_of_one_shape_are_one_statement(string first, string second)
    {
        var library = new LibraryService(Context.Books);
        await library.AskAsync($"{{ allBooks(where: {first}) {{ id }} }}");
        await library.AskAsync($"{{ allBooks(where: {second}) {{ id }} }}");
        Assert.Equal(2, Context.Statements.Count);
        Assert.Equal(Context.Statements[0], Context.Statements[1]);
    }

    [Theory]
    [InlineData("{ title: { eq: \"x\" } }", "b.\"Title\" = @Value")]
    [InlineData("{ title: { in: [\"x\"] } }", "b.\"Title\" = ANY (@Value)")]
    [InlineData("{ stock: { gte: 1, lt: 7 } }", "b.\"Stock\" >= @Value AND b.\"Stock\" < @Value1")]
    [InlineData("{ genre: { eq: NOVEL } }", "b.\"Genre\" = @Value")]
    [InlineData("{ tags: { some: { in: [\"x\"] } } }", "b.\"Tags\" && @Value")]
    [InlineData("{ tags: { some: { eq: \"x\" } } }", "b.\"Tags\" @> ARRAY[@Value]::text[]")]
    [InlineData("{ body: { printed: { country: { eq: \"x\" } } } }", "(b.body ->> 'Printed') IS NOT NULL AND (b.body #>> '{Printed,Country}') = @Value")]
    public async Task The_condition_in_SQL(string where, string sql)
    {
        await new LibraryService(Context.Books).AskAsync($"{{ allBooks(where: {where}) {{ id }} }}");
        Assert.Contains(sql, Assert.Single(Context.Statements), StringComparison.Ordinal);
    }
}
