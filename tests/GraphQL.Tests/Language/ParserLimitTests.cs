using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>What keeps a hostile document from costing the process: the number of tokens and the depth are bounded while parsing.</summary>
public sealed class ParserLimitTests
{
    [Fact]
    public void As_many_tokens_as_allowed_are_taken()
    {
        var document = Parser.Parse(SourceText.From("{ a b c }"), new ParserOptions { MaxTokens = 5 });

        Assert.Single(document.Definitions);
    }

    [Fact]
    public void One_token_more_is_refused_where_it_stands()
    {
        var error = Refusal("{ a b # c\n c d }", new ParserOptions { MaxTokens = 4 });

        Assert.Equal("Syntax Error: Document contains more than 4 tokens. Parsing aborted.", error.Message);
        Assert.Equal(ErrorCodes.TokenLimitExceeded, error.Code);
        Assert.Equal([new SourceLocation(2, 4)], error.Locations);
    }

    [Fact]
    public void As_deep_as_allowed_is_taken()
    {
        var document = Parser.Parse(SourceText.From("{ a { b(c: [{ d: 1 }]) } }"), new ParserOptions { MaxDepth = 4 });

        Assert.Single(document.Definitions);
    }

    [Theory]
    [InlineData("{ a { b { c { d } } } }", 13)]
    [InlineData("{ a(b: [[[1]]]) }", 10)]
    [InlineData("{ a(b: { c: { d: {} } }) }", 18)]
    [InlineData("{ a { ... { ... on T { b } } } }", 22)]
    [InlineData("query ($v: [[[[Int]]]]) { a }", 15)]
    public void One_level_deeper_is_refused_where_it_opens(string text, int column)
    {
        var error = Refusal(text, new ParserOptions { MaxDepth = 3 });

        Assert.Equal("Syntax Error: Document is nested deeper than 3 levels. Parsing aborted.", error.Message);
        Assert.Equal(ErrorCodes.DepthLimitExceeded, error.Code);
        Assert.Equal([new SourceLocation(1, column)], error.Locations);
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("{...")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    public void A_hundred_thousand_levels_do_not_overflow_the_stack(string level)
    {
        var text = level[..^1] + string.Concat(Enumerable.Repeat(level[^1..], 100_000));
        var nested = string.Concat(Enumerable.Repeat(level, 100_000));
        var options = new ParserOptions { MaxTokens = int.MaxValue };

        Assert.Throws<GraphQLException>(() => Parser.Parse(SourceText.From(text), options));
        Assert.Throws<GraphQLException>(() => Parser.Parse(SourceText.From(nested), options));
    }

    [Fact]
    public void Levels_side_by_side_do_not_add_up()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"f{i}(a: [{{ b: [1] }}]) {{ c }}"));

        var document = Parser.Parse(SourceText.From($"{{ {fields} }}"), new ParserOptions { MaxDepth = 5 });

        Assert.Equal(500, ((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections.Count);
    }

    private static GraphQLError Refusal(string text, ParserOptions options) =>
        Assert.Throws<GraphQLException>(() => Parser.Parse(SourceText.From(text), options)).Error;
}
