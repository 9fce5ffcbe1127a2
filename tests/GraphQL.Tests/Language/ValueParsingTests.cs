using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>§2.1, §2.9 What tokens and values are read as.</summary>
public sealed class ValueParsingTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"unicode é 中 😀\"", "unicode é 中 😀")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u0041\\u00e9\\u00E9\"", "Aéé")]
    [InlineData("\"\\u{41}\\u{1F600}\\u{10FFFF}\"", "A😀\U0010FFFF")]
    [InlineData("\"\\u{00000041}\"", "A")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"control \u0000\u0007\"", "control \u0000\u0007")]
    [InlineData("\"# no comment, \uFEFF no mark\"", "# no comment, \uFEFF no mark")]
    public void Strings(string text, string value)
    {
        var node = Assert.IsType<StringValueNode>(Parse(text));

        Assert.Equal(value, node.Value);
        Assert.False(node.IsBlock);
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"contains \" quote\"\"\"", "contains \" quote")]
    [InlineData("\"\"\"contains \\\"\"\" triple\"\"\"", "contains \"\"\" triple")]
    [InlineData("\"\"\"not escaped \\n\\u00e9\"\"\"", "not escaped \\n\\u00e9")]
    [InlineData("\"\"\"multi\nline\"\"\"", "multi\nline")]
    [InlineData("\"\"\"multi\r\nline\rnormalized\"\"\"", "multi\nline\nnormalized")]
    [InlineData("\"\"\"\n\n  spans\n    multiple\n\n  lines\n\n\"\"\"", "spans\n  multiple\n\nlines")]
    [InlineData("\"\"\"first\n    \tsecond\n\t\t\t\t\tthird\"\"\"", "first\nsecond\nthird")]
    [InlineData("\"\"\"   \n  a\n \"\"\"", "a")]
    [InlineData("\"\"\"\n \n\"\"\"", "")]
    public void Block_strings_lose_their_common_indentation(string text, string value)
    {
        var node = Assert.IsType<StringValueNode>(Parse(text));

        Assert.Equal(value, node.Value);
        Assert.True(node.IsBlock);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("9007199254740993123")]
    public void Integers_are_kept_as_written(string text) => Assert.Equal(text, Assert.IsType<IntValueNode>(Parse(text)).Value);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-4.123e-20")]
    [InlineData("1E5")]
    [InlineData("1e+50")]
    public void Floats_are_kept_as_written(string text) => Assert.Equal(text, Assert.IsType<FloatValueNode>(Parse(text)).Value);

    [Fact]
    public void Words()
    {
        Assert.True(Assert.IsType<BooleanValueNode>(Parse("true")).Value);
        Assert.False(Assert.IsType<BooleanValueNode>(Parse("false")).Value);
        Assert.IsType<NullValueNode>(Parse("null"));
        Assert.Equal("True", Assert.IsType<EnumValueNode>(Parse("True")).Value);
        Assert.Equal("a", Assert.IsType<VariableNode>(Parse("$a")).Name.Value);
    }

    [Fact]
    public void Lists_and_objects_may_be_empty_and_nested()
    {
        var map = Assert.IsType<ObjectValueNode>(Parse("{a: [1 2,3], b: {}, c: []}"));

        Assert.Equal(["a", "b", "c"], map.Fields.Select(field => field.Name.Value));
        Assert.Equal(["1", "2", "3"], ((ListValueNode)map.Fields[0].Value).Values.Select(item => ((IntValueNode)item).Value));
        Assert.Empty(((ObjectValueNode)map.Fields[1].Value).Fields);
        Assert.Empty(((ListValueNode)map.Fields[2].Value).Values);
    }

    [Theory]
    [InlineData("Int")]
    [InlineData("Int!")]
    [InlineData("[Int]")]
    [InlineData("[[Int!]]!")]
    public void Types(string text) => Assert.Equal(text, Parser.ParseType(SourceText.From(text)).ToString());

    [Fact]
    public void White_space_commas_comments_and_marks_separate_tokens_and_mean_nothing()
    {
        var document = Parser.Parse(SourceText.From("\uFEFF{,,a\t\r\n,b # rest, é \"\n\uFEFFc#\n}"));

        var fields = ((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections.Cast<FieldNode>();
        Assert.Equal(["a", "b", "c"], fields.Select(field => field.Name.Value));
    }

    private static ValueNode Parse(string text) => Parser.ParseValue(SourceText.From(text));
}
