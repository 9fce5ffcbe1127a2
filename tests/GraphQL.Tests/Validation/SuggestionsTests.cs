using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Tests.Validation;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("name", "name", 0)]
    [InlineData("NAME", "name", 1)]
    [InlineData("nmae", "name", 1)]
    [InlineData("nam", "name", 1)]
    [InlineData("names", "name", 1)]
    [InlineData("dame", "name", 1)]
    [InlineData("title", "name", 4)]
    public void Distance_counts_edits_and_swaps(string input, string option, int distance) =>
        Assert.Equal(distance, LexicalDistance.Between(input, option, threshold: 10));

    [Fact]
    public void Nearest_come_first_then_natural_order() =>
        Assert.Equal(["field", "field2", "field10"], Suggestions.NearestTo("field", ["field10", "field2", "field", "unlike"]));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", " Did you mean \"a\"?")]
    [InlineData("a b", " Did you mean \"a\" or \"b\"?")]
    [InlineData("a b c", " Did you mean \"a\", \"b\", or \"c\"?")]
    [InlineData("a b c d e f", " Did you mean \"a\", \"b\", \"c\", \"d\", or \"e\"?")]
    public void At_most_five_are_named(string names, string sentence) =>
        Assert.Equal(sentence, Suggestions.Sentence(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("a2", "a10")]
    [InlineData("a01", "a1")]
    [InlineData("a", "ab")]
    [InlineData("a1b", "a1c")]
    public void Numbers_are_ordered_by_value(string first, string second) =>
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
}
