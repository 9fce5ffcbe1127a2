using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>A printed tree is a document of the same meaning, in one layout.</summary>
public sealed class SyntaxPrinterTests
{
    private const string Executable = """"
        query Q(
        """which"""
        $a: [Int!]! = [1, 2] @d(x: "q")
        $b: In = { a: { b: 1.5e10, c: null } }
        ) @dir {
          alias: field(arg: $a, other: "str\né", third: BLUE) @skip(if: true) {
            ...F @x
            ... on T @y {
              id
            }
            ... @include(if: $b) {
              name
            }
          }
        }

        """A fragment"""
        fragment F on T @z(e: FOO) {
          f(a: -0, b: [], c: {  }, d: false)
        }

        {
          shorthand
        }

        query ($a: Int, $b: Int) {
          a
        }

        subscription S {
          s
        }
        """";

    private const string TypeSystem = """"
        """The schema"""
        schema @d {
          query: Q
          mutation: M
        }

        extend schema @e

        """
        A type
          of two lines
        """
        type T implements A & B @d(a: 1) {
          """field"""
          f(
            a: Int = 1 @x
            """an argument"""
            b: [S!]! = ["x"]
          ): U! @deprecated(reason: "no")
          g(a: Int, b: Int): [[Int]]
        }

        interface A implements B {
          a: Int
        }

        union U @d = A | B

        enum E @d {
          """v"""
          V @deprecated
          W
        }

        input I @oneOf {
          a: Int = 1
        }

        scalar S @specifiedBy(url: "http://x")

        directive @d(a: Int = 1) repeatable on FIELD | QUERY

        extend type T {
          x: Int
        }

        extend interface A @d

        extend union U = C

        extend enum E {
          X
        }

        extend input I {
          c: Int
        }

        extend scalar S @d
        """";

    [Theory]
    [InlineData(Executable)]
    [InlineData(TypeSystem)]
    public void A_printed_document_prints_as_itself(string text) => Assert.Equal(text, Print(text));

    [Fact]
    public void Any_layout_comes_to_the_same()
    {
        Assert.Equal("{\n  a(b: 1, c: { d: [2, 3] })\n}", Print("query{a(b:1 c:{d:[2 3]})}"));
        Assert.Equal("query Q($a: Int = 1) @d {\n  a\n}", Print("query Q ( $a : Int=1 )@d{a}"));
    }

    [Fact]
    public void Arguments_too_long_for_a_line_get_a_line_each()
    {
        var (longText, text) = (new string('x', 60), "y");

        Assert.Equal(
            $"{{\n  field(\n    first: \"{longText}\"\n    second: \"{text}\"\n  )\n}}",
            Print($"{{ field(first: \"{longText}\", second: \"{text}\") }}"));
    }

    [Fact]
    public void Values_too_long_for_a_line_get_a_line_per_item()
    {
        var item = new string('x', 30);

        Assert.Equal($"[\n  \"{item}\"\n  \"{item}\"\n  12345678901\n]", PrintValue($"[\"{item}\", \"{item}\", 12345678901]"));
        Assert.Equal($"{{\n  a: \"{item}\"\n  b: \"{item}\"\n  c: 1\n}}", PrintValue($"{{a: \"{item}\", b: \"{item}\", c: 1}}"));
        Assert.Equal($"[\"{item}\", \"{item}\", 1234567890]", PrintValue($"[\"{item}\", \"{item}\", 1234567890]"));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Deep_values_too_long_for_a_line_are_printed_once(string open, string close)
    {
        const int depth = 60;
        var text = $"{string.Concat(Enumerable.Repeat(open, depth))}\"{new string('x', 100)}\"{string.Concat(Enumerable.Repeat(close, depth))}";

        Assert.Equal((2 * depth) + 1, PrintValue(text).Split('\n').Length);
    }

    [Theory]
    [InlineData("\"\\u0007\\u007F\\u0085\"", "\"\\u0007\\u007F\\u0085\"")]
    [InlineData("\"\\u000b\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\"\\u000B/\\b\\f\\n\\r\\t\\\\\\\"\"")]
    [InlineData("\"é\\u{1F600}\"", "\"é😀\"")]
    public void Strings_are_escaped_where_they_must(string text, string printed) => Assert.Equal(printed, PrintValue(text));

    [Theory]
    [InlineData("\"\"\"one line\"\"\"", "\"\"\"one line\"\"\"")]
    [InlineData("\"\"\"\none\n  two\n\"\"\"", "\"\"\"\none\n  two\n\"\"\"")]
    [InlineData("\"\"\"ends with \\\"\"\"\"\"\"", "\"\"\"\nends with \\\"\"\"\n\"\"\"")]
    [InlineData("\"\"\"  leading\"\"\"", "\"\"\"  leading\"\"\"")]
    [InlineData("\"\"\"back\\\n\"\"\"", "\"\"\"\nback\\\n\"\"\"")]
    public void Block_strings_keep_their_value(string text, string printed)
    {
        Assert.Equal(printed, PrintValue(text));
        Assert.Equal(
            ((StringValueNode)Parser.ParseValue(SourceText.From(text))).Value,
            ((StringValueNode)Parser.ParseValue(SourceText.From(printed))).Value);
    }

    private static string Print(string text) => SyntaxPrinter.Print(Parser.Parse(SourceText.From(text)));

    private static string PrintValue(string text) => SyntaxPrinter.Print(Parser.ParseValue(SourceText.From(text)));
}
