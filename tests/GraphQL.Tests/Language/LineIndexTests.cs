using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

public sealed class LineIndexTests
{
    [Theory]
    [InlineData("abc", "c", 1, 3)]
    [InlineData("a\nb\nc", "c", 3, 1)]
    [InlineData("a\r\nb\r\n  c", "c", 3, 3)]
    [InlineData("a\rb\rc", "c", 3, 1)]
    [InlineData("a\n\r\nc", "c", 3, 1)]
    [InlineData("éü𝒳 c", "c", 1, 6)]
    [InlineData("é\n𝒳 c", "c", 2, 4)]
    public void Lines_end_as_the_specification_says_and_columns_count_utf16(string text, string mark, int line, int column)
    {
        var offset = System.Text.Encoding.UTF8.GetByteCount(text[..text.IndexOf(mark, StringComparison.Ordinal)]);

        Assert.Equal(new SourceLocation(line, column), SourceText.From(text).LocationOf(offset));
    }

    [Fact]
    public void Columns_stay_exact_in_a_long_line_of_many_bytes()
    {
        var source = SourceText.From(string.Concat(Enumerable.Repeat("aé𝒳", 1000)) + "!");

        Assert.Equal(new SourceLocation(1, 4001), source.LocationOf(7000));
    }

    [Fact]
    public void An_offset_behind_the_end_is_the_end() =>
        Assert.Equal(new SourceLocation(1, 3), SourceText.From("ab").LocationOf(99));
}
