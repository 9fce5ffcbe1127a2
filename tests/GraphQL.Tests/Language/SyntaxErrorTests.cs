using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>§2 What a client is told about a document that does not parse: message, line and column.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("   \n  ", "Unexpected <EOF>.", 2, 3)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ }", "Expected Name, found \"}\".", 1, 3)]
    [InlineData("{ a { } }", "Expected Name, found \"}\".", 1, 7)]
    [InlineData("{ a: }", "Expected Name, found \"}\".", 1, 6)]
    [InlineData("{ 1.5 }", "Expected Name, found Float \"1.5\".", 1, 3)]
    [InlineData("{ \"str\" }", "Expected Name, found String \"str\".", 1, 3)]
    [InlineData("{ \"\"\"bl\n ock\"\"\" }", "Expected Name, found BlockString \"bl\nock\".", 1, 3)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a(b:) }", "Unexpected \")\".", 1, 7)]
    [InlineData("{ a(b: [1, ) }", "Unexpected \")\".", 1, 12)]
    [InlineData("{ a(b: {c 1}) }", "Expected \":\", found Int \"1\".", 1, 11)]
    [InlineData("{ a(b: $) }", "Expected Name, found \")\".", 1, 9)]
    [InlineData("{ a @ }", "Expected Name, found \"}\".", 1, 7)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ ...}", "Expected \"{\", found \"}\".", 1, 6)]
    [InlineData("query { a } }", "Unexpected \"}\".", 1, 13)]
    [InlineData("notAnOperation Foo { field }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("mutation M", "Expected \"{\", found <EOF>.", 1, 11)]
    [InlineData("query Q() { a }", "Expected \"$\", found \")\".", 1, 9)]
    [InlineData("query ($a) { a }", "Expected \":\", found \")\".", 1, 10)]
    [InlineData("query ($a: [Int) { a }", "Expected \"]\", found \")\".", 1, 16)]
    [InlineData("query ($a: Int!!) { a }", "Expected \"$\", found \"!\".", 1, 16)]
    [InlineData("query ($a: Int = [$b]) { a }", "Unexpected variable \"$b\" in constant value.", 1, 19)]
    [InlineData("query ($a: Int = $) { a }", "Unexpected \"$\".", 1, 18)]
    [InlineData("query ($a: Int @d(x: $y)) { a }", "Unexpected variable \"$y\" in constant value.", 1, 22)]
    [InlineData("fragment on on T { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment F { a }", "Expected \"on\", found \"{\".", 1, 12)]
    [InlineData("\"d\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"d\" extend type T { a: Int }", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"d\" foo", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"d\"", "Unexpected <EOF>.", 1, 4)]
    [InlineData("# c\r\n{ a\r b\n\n }}", "Unexpected \"}\".", 5, 3)]
    public void A_document_out_of_order(string text, string message, int line, int column) => AssertRefused(text, message, line, column);

    [Theory]
    [InlineData("type T { }", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("type T { a }", "Expected \":\", found \"}\".", 1, 12)]
    [InlineData("type T { a(): Int }", "Expected Name, found \")\".", 1, 12)]
    [InlineData("type T { a: Int!! }", "Expected Name, found \"!\".", 1, 17)]
    [InlineData("type T implements A, B { a: Int }", "Unexpected Name \"B\".", 1, 22)]
    [InlineData("type T implements A & & B { a: Int }", "Expected Name, found \"&\".", 1, 23)]
    [InlineData("union U = | A | ", "Expected Name, found <EOF>.", 1, 17)]
    [InlineData("enum E { }", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("enum E { A true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("input I { a: Int = $x }", "Unexpected variable \"$x\" in constant value.", 1, 20)]
    [InlineData("input I { a(b: Int): Int }", "Expected \":\", found \"(\".", 1, 12)]
    [InlineData("directive @d on FIELD | FOO", "Unexpected Name \"FOO\".", 1, 25)]
    [InlineData("directive @d FIELD", "Expected \"on\", found Name \"FIELD\".", 1, 14)]
    [InlineData("schema { foo: Q }", "Unexpected Name \"foo\".", 1, 10)]
    [InlineData("extend foo", "Unexpected Name \"foo\".", 1, 8)]
    [InlineData("extend type T", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend interface I", "Unexpected <EOF>.", 1, 19)]
    [InlineData("extend schema", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend scalar S", "Unexpected <EOF>.", 1, 16)]
    [InlineData("extend union U", "Unexpected <EOF>.", 1, 15)]
    [InlineData("extend enum E", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend input I", "Unexpected <EOF>.", 1, 15)]
    public void A_type_system_out_of_order(string text, string message, int line, int column) => AssertRefused(text, message, line, column);

    [Theory]
    [InlineData("{ a ? }", "Unexpected character: \"?\".", 1, 5)]
    [InlineData("{ é }", "Unexpected character: U+00E9.", 1, 3)]
    [InlineData("{ 😀 }", "Unexpected character: U+1F600.", 1, 3)]
    [InlineData("{ a(x: \u0007) }", "Unexpected character: U+0007.", 1, 8)]
    [InlineData("{ . }", "Unexpected character: \".\".", 1, 3)]
    [InlineData("{ a .. b }", "Unexpected \"..\", did you mean \"...\"?", 1, 5)]
    [InlineData("{ a 'x' }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 5)]
    [InlineData("{ a(x: 01) }", "Invalid number, unexpected digit after 0: \"1\".", 1, 9)]
    [InlineData("{ a(x: -) }", "Invalid number, expected digit but got: \")\".", 1, 9)]
    [InlineData("{ a(x: -\"\") }", "Invalid number, expected digit but got: '\"'.", 1, 9)]
    [InlineData("{ a(x: 1.) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(x: 1.", "Invalid number, expected digit but got: <EOF>.", 1, 10)]
    [InlineData("{ a(x: .5) }", "Invalid number, expected digit before \".\", did you mean \"0.5\"?", 1, 8)]
    [InlineData("{ a(x: 1e) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(x: 1x) }", "Invalid number, expected digit but got: \"x\".", 1, 9)]
    [InlineData("{ a(x: 1_0) }", "Invalid number, expected digit but got: \"_\".", 1, 9)]
    [InlineData("{ a(x: 1.2.3) }", "Invalid number, expected digit but got: \".\".", 1, 11)]
    public void Characters_that_make_no_token(string text, string message, int line, int column) => AssertRefused(text, message, line, column);

    [Theory]
    [InlineData("{ a(x: \"abc", "Unterminated string.", 1, 12)]
    [InlineData("{ a(x: \"abc\n\") }", "Unterminated string.", 1, 12)]
    [InlineData("{ a(x: \"\"\"abc\n\"", "Unterminated string.", 2, 2)]
    [InlineData("{ a(x: \"\\q\") }", "Invalid character escape sequence: \"\\q\".", 1, 9)]
    [InlineData("{ a(x: \"\\", "Invalid character escape sequence: \"\\\".", 1, 9)]
    [InlineData("{ a(x: \"\\u12\") }", "Invalid Unicode escape sequence: \"\\u12\")\".", 1, 9)]
    [InlineData("{ a(x: \"\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(x: \"\\uDE00\") }", "Invalid Unicode escape sequence: \"\\uDE00\".", 1, 9)]
    [InlineData("{ a(x: \"\\uD83D\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(x: \"\\u{}\") }", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 9)]
    [InlineData("{ a(x: \"\\u{110000}\") }", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 9)]
    [InlineData("{ a(x: \"\\u{D800}\") }", "Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 9)]
    [InlineData("{ a(x: \"\\u{000000000041}\") }", "Invalid Unicode escape sequence: \"\\u{000000000\".", 1, 9)]
    [InlineData("{ a(x: \"\\u{zz}\") }", "Invalid Unicode escape sequence: \"\\u{z\".", 1, 9)]
    public void Strings_that_are_no_strings(string text, string message, int line, int column) => AssertRefused(text, message, line, column);

    [Theory]
    [InlineData(new byte[] { (byte)'{', 0xC3, (byte)'}' }, "0xC3", 2)]
    [InlineData(new byte[] { (byte)'#', 0xED, 0xA0, 0x80 }, "0xED", 2)]
    [InlineData(new byte[] { (byte)'{', (byte)'a', 0xFF }, "0xFF", 3)]
    public void Text_that_is_not_UTF8(byte[] text, string found, int column)
    {
        var error = Assert.Throws<GraphQLException>(() => Parser.Parse(new SourceText(text))).Error;

        Assert.Equal($"Syntax Error: Invalid UTF-8 byte: {found}.", error.Message);
        Assert.Equal([new SourceLocation(1, column)], error.Locations);
    }

    [Theory]
    [InlineData("{\n  a(x: \"é😀\" y)\n}", 2, 15)]
    [InlineData("\uFEFF{ a( }", 1, 7)]
    public void Columns_count_UTF16_code_units(string text, int line, int column) =>
        Assert.Equal([new SourceLocation(line, column)], Refusal(text).Locations);

    [Fact]
    public void A_lone_value_or_type_ends_with_the_text()
    {
        var value = Assert.Throws<GraphQLException>(() => Parser.ParseValue(SourceText.From("1 2"))).Error;
        var type = Assert.Throws<GraphQLException>(() => Parser.ParseType(SourceText.From("Int !!"))).Error;

        Assert.Equal("Syntax Error: Expected <EOF>, found Int \"2\".", value.Message);
        Assert.Equal("Syntax Error: Expected <EOF>, found \"!\".", type.Message);
    }

    private static void AssertRefused(string text, string message, int line, int column)
    {
        var error = Refusal(text);

        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
        Assert.Equal(ErrorCodes.SyntaxError, error.Code);
    }

    private static GraphQLError Refusal(string text) =>
        Assert.Throws<GraphQLException>(() => Parser.Parse(new SourceText(Encoding.UTF8.GetBytes(text)))).Error;
}
