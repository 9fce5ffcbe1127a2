using System.Text.Json;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Tests.Data;

public sealed class PagingTests
{
    private readonly LibraryService _library = new();

    [Fact]
    public async Task Walks_from_page_to_page_by_cursor()
    {
        var first = await BooksOf("first: 2, order: [{ stock: DESC }]");
        Assert.Equal("[\"atlas of air\",\"Cobalt\"]", Titles(first));
        Assert.Equal("[true,false]", Directions(first));

        var second = await BooksOf($"first: 2, order: [{{ stock: DESC }}], after: {EndCursor(first)}");
        Assert.Equal("[\"Atlas\",\"Breath\"]", Titles(second));
        Assert.Equal("[false,true]", Directions(second));

        var back = await BooksOf($"last: 1, order: [{{ stock: DESC }}], before: {second.GetProperty("pageInfo").GetProperty("startCursor").GetRawText()}");
        Assert.Equal("[\"Cobalt\"]", Titles(back));
        Assert.Equal("[true,true]", Directions(back));
    }

    [Theory]
    [InlineData("", "[\"Atlas\",\"Breath\",\"Cobalt\"]")]
    [InlineData("order: []", "[\"Atlas\",\"Breath\",\"Cobalt\"]")]
    [InlineData("first: 5, order: [{ publishedAt: ASC }]", "[\"Atlas\",\"Breath\",\"atlas of air\",\"Cobalt\"]")]
    [InlineData("first: 5, order: [{ publishedAt: DESC }]", "[\"Cobalt\",\"atlas of air\",\"Breath\",\"Atlas\"]")]
    [InlineData("first: 5, order: [{ stock: ASC }, { title: DESC }]", "[\"Breath\",\"Cobalt\",\"Atlas\",\"atlas of air\"]")]
    [InlineData("first: 5, order: [{ pages: ASC }]", "[\"Cobalt\",\"Atlas\",\"atlas of air\",\"Breath\"]")]
    [InlineData("first: 5, order: [{ subtitle: ASC, id: DESC }]", "[\"atlas of air\",\"Cobalt\",\"Breath\",\"Atlas\"]")]
    [InlineData("first: 5, order: [{ id: DESC }, { title: ASC }]", "[\"atlas of air\",\"Cobalt\",\"Breath\",\"Atlas\"]")]
    [InlineData("first: 5, order: [{ id: null, stock: DESC }]", "[\"atlas of air\",\"Cobalt\",\"Atlas\",\"Breath\"]")]
    [InlineData("last: 2", "[\"Cobalt\",\"atlas of air\"]")]
    [InlineData("where: { stock: { eq: 3 } }", "[\"Atlas\",\"Cobalt\"]")]
    public async Task Orders_by_what_was_asked_for(string arguments, string titles) =>
        Assert.Equal(titles, Titles(await BooksOf(arguments)));

    [Theory]
    [InlineData("first: -1", "Argument \"first\" must be between 0 and 5, but is -1.")]
    [InlineData("first: 6", "Argument \"first\" must be between 0 and 5, but is 6.")]
    [InlineData("last: 6", "Argument \"last\" must be between 0 and 5, but is 6.")]
    [InlineData("last: -2147483648", "Argument \"last\" must be between 0 and 5, but is -2147483648.")]
    [InlineData("first: 1, last: 1", "Arguments \"first\" and \"last\" exclude each other: give one of them.")]
    [InlineData("after: \"nonsense\"", "Argument \"after\" is not a cursor of this connection.")]
    public async Task Says_which_argument_is_wrong_and_why(string arguments, string message)
    {
        var response = await _library.AskAsync($"{{ books({arguments}) {{ totalCount }} }}");
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(ErrorCodes.BadUserInput, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("[\"books\"]", error.GetProperty("path").GetRawText());
        Assert.Equal(0, _library.RowReads + _library.Counts);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var first = await BooksOf("first: 1");
        var response = await _library.AskAsync($"{{ books(order: [{{ stock: ASC }}], after: {EndCursor(first)}) {{ totalCount }} }}");
        Assert.Equal(
            "Argument \"after\" is a cursor of another order: start again from the first page when \"order\" changes.",
            Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("totalCount", 0, 1)]
    [InlineData("nodes { title }", 1, 0)]
    [InlineData("edges { cursor }", 1, 0)]
    [InlineData("pageInfo { hasNextPage } totalCount", 1, 1)]
    [InlineData("__typename", 0, 0)]
    public async Task Reads_only_what_was_selected(string selection, int rowReads, int counts)
    {
        var response = await _library.AskAsync($"{{ books(first: 1, where: {{ stock: {{ eq: 3 }} }}) {{ {selection} }} }}");
        Assert.False(response.TryGetProperty("errors", out _));
        Assert.Equal((rowReads, counts), (_library.RowReads, _library.Counts));
        if (selection.Contains("totalCount", StringComparison.Ordinal))
        {
            Assert.Equal(2, response.GetProperty("data").GetProperty("books").GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task Every_edge_carries_its_own_cursor()
    {
        var response = await _library.AskAsync("{ books { edges { cursor node { title } } } }");
        foreach (var edge in response.GetProperty("data").GetProperty("books").GetProperty("edges").EnumerateArray())
        {
            var before = await BooksOf($"last: 5, before: {edge.GetProperty("cursor").GetRawText()}");
            Assert.DoesNotContain(edge.GetProperty("node").GetProperty("title").GetString()!, Titles(before), StringComparison.Ordinal);
        }
    }

    private static string EndCursor(JsonElement books) => books.GetProperty("pageInfo").GetProperty("endCursor").GetRawText();

    private static string Titles(JsonElement books) =>
        $"[{string.Join(',', books.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetRawText()))}]";

    private static string Directions(JsonElement books)
    {
        var info = books.GetProperty("pageInfo");
        return $"[{info.GetProperty("hasNextPage").GetRawText()},{info.GetProperty("hasPreviousPage").GetRawText()}]";
    }

    private async Task<JsonElement> BooksOf(string arguments)
    {
        var list = arguments.Length == 0 ? "" : $"({arguments})";
        var response = await _library.AskAsync(
            $"{{ books{list} {{ nodes {{ title }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data").GetProperty("books");
    }
}
