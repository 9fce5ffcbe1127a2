using System.Text.Json;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Tests.Data;

public sealed class FilteringTests
{
    private readonly LibraryService _library = new();

    public static TheoryData<string, int[]> Cases => FilterCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Finds_what_meets_the_filter(string where, int[] expected)
    {
        var response = await _library.AskAsync($"{{ allBooks(where: {where}) {{ id }} }}");
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(
            expected.Select(number => new NodeId("Book", Books.IdOf(number)).ToString()),
            response.GetProperty("data").GetProperty("allBooks").EnumerateArray().Select(book => book.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_variable_that_is_not_given_takes_its_condition_away()
    {
        var response = await _library.AskAsync("query ($title: String) { allBooks(where: { title: { eq: $title } }) { title } }");
        Assert.Equal(4, response.GetProperty("data").GetProperty("allBooks").GetArrayLength());
    }

    [Fact]
    public async Task Variables_carry_whole_filters()
    {
        var response = await _library.AskAsync(
            "query ($where: BookFilterInput) { allBooks(where: $where) { title } }",
            new { where = new { or = new object[] { new { genre = new { eq = "NOVEL" } }, new { stock = new { gt = 5 } } } } });
        Assert.Equal("[{\"title\":\"Breath\"},{\"title\":\"atlas of air\"}]", response.GetProperty("data").GetProperty("allBooks").GetRawText());
    }

    [Theory]
    [InlineData("{ title: { contains: null } }", "Argument \"where\": \"title.contains\" must not be null.")]
    [InlineData("{ body: { chapters: { some: { length: { gt: null } } } } }", "Argument \"where\": \"body.chapters.some.length.gt\" must not be null.")]
    [InlineData("{ body: null }", "Argument \"where\": \"body\" must not be null.")]
    [InlineData("{ or: null }", "Argument \"where\": \"or\" must not be null.")]
    [InlineData("{ tags: { any: null } }", "Argument \"where\": \"tags.any\" must not be null.")]
    [InlineData("{ title: { eq: \"a\\u0000\" } }", "Argument \"where\": \"title.eq\" must not contain the character U+0000.")]
    [InlineData("{ id: { eq: \"nonsense\" } }", "Argument \"where\": \"id.eq\" is not the id of a Book.")]
    public async Task Names_what_a_filter_may_not_say(string where, string message)
    {
        var error = await ErrorOf($"{{ allBooks(where: {where}) {{ id }} }}");
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(ErrorCodes.BadUserInput, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("[\"allBooks\"]", error.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task The_id_of_another_type_is_refused()
    {
        var error = await ErrorOf($"{{ allBooks(where: {{ owner: {{ eq: \"{new NodeId("Book", Books.IdOf(1))}\" }} }}) {{ id }} }}");
        Assert.Equal("Argument \"where\": \"owner.eq\" is not the id of a Shelf.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_filter_of_very_many_fields_is_refused()
    {
        var many = string.Join(", ", Enumerable.Repeat("{ stock: { eq: 1 } }", 250));
        var error = await ErrorOf($"{{ allBooks(where: {{ or: [{many}] }}) {{ id }} }}");
        Assert.Equal("Argument \"where\" has more than 500 fields.", error.GetProperty("message").GetString());
        Assert.Equal("FILTER_LIMIT_EXCEEDED", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<JsonElement> ErrorOf(string document) =>
        Assert.Single((await _library.AskAsync(document)).GetProperty("errors").EnumerateArray());
}
