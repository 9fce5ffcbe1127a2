using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>§2.14 Schema coordinates.</summary>
public sealed class SchemaCoordinateTests
{
    [Theory]
    [InlineData("Type", false, "Type", null, null)]
    [InlineData("Type.member", false, "Type", "member", null)]
    [InlineData("Type.field(arg:)", false, "Type", "field", "arg")]
    [InlineData("@directive", true, "directive", null, null)]
    [InlineData("@directive(arg:)", true, "directive", null, "arg")]
    public void The_five_forms(string text, bool isDirective, string name, string? member, string? argument)
    {
        var coordinate = Parser.ParseSchemaCoordinate(SourceText.From(text));

        Assert.Equal(
            (isDirective, name, member, argument),
            (coordinate.IsDirective, coordinate.Name.Value, coordinate.Member?.Value, coordinate.Argument?.Value));
        Assert.Equal(text, SyntaxPrinter.Print(coordinate));
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("T .f", "Invalid character: \" \".", 2)]
    [InlineData("T.f,", "Invalid character: \",\".", 4)]
    [InlineData("é", "Invalid character: U+00E9.", 1)]
    [InlineData("T.f.g", "Expected <EOF>, found \".\".", 4)]
    [InlineData("T(a:)", "Expected <EOF>, found \"(\".", 2)]
    [InlineData("T.f(a)", "Expected \":\", found \")\".", 6)]
    [InlineData("T.f(a:b)", "Expected \")\", found Name \"b\".", 7)]
    [InlineData("@d.f", "Expected <EOF>, found \".\".", 3)]
    public void Nothing_else(string text, string message, int column)
    {
        var error = Assert.Throws<GraphQLException>(() => Parser.ParseSchemaCoordinate(SourceText.From(text))).Error;

        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal([new SourceLocation(1, column)], error.Locations);
    }
}
