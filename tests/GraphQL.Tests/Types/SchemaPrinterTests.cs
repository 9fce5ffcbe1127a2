using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.Types;

/// <summary>A schema is printed as SDL from which the same schema is built again.</summary>
public sealed class SchemaPrinterTests
{
    [Theory]
    [InlineData(
        """"
        directive @dir(a: Int = 1) repeatable on FIELD | QUERY

        """A described type"""
        type Query implements Node & Named {
          id: ID!
          name(upper: Boolean = false, locale: String): String

          """
          Described
            in two lines
          """
          list(
            """first"""
            a: [Int!]! = [1, 2]
            b: In = { a: "x", list: [{ a: "y" }] } @deprecated
          ): [U!] @deprecated(reason: "Use \"name\"")
        }

        interface Node {
          id: ID!
        }

        interface Named implements Node {
          id: ID!
          name(upper: Boolean = false, locale: String): String
        }

        union U = Query | Other

        type Other {
          e: E
        }

        enum E {
          """v"""
          RED @deprecated
          BLUE
        }

        input In {
          a: String = "d"

          """described"""
          list: [In!]
        }

        input One @oneOf {
          a: Int
          b: E
        }

        scalar Url @specifiedBy(url: "https://url.spec.example/")
        """")]
    [InlineData(
        """"
        """The schema"""
        schema {
          query: Query
        }

        type Query {
          a: Int
        }
        """")]
    [InlineData(
        """
        schema {
          query: Root
          mutation: Change
          subscription: Watch
        }

        type Root {
          a: Int
        }

        type Change {
          a: Int
        }

        type Watch {
          a: Int
        }
        """)]
    [InlineData(
        """
        schema {
          query: Query
        }

        type Query {
          a: Int
        }

        type Mutation {
          a: Int
        }
        """)]
    public void A_printed_schema_prints_as_itself(string sdl) => Assert.Equal(sdl, Print(sdl));

    [Fact]
    public void What_every_schema_has_is_left_out_and_extensions_are_folded_in() => Assert.Equal(
        "type Query {\n  a: Float\n  b: ID\n}",
        Print("schema { query: Query } type Query @tag { a: Float } extend type Query { b: ID } directive @tag on OBJECT")
            .Replace("directive @tag on OBJECT\n\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"short\"", "\"\"\"short\"\"\"\n")]
    [InlineData("\"\"", "\"\"\"\"\"\"\n")]
    [InlineData("\"a\\nb\"", "\"\"\"\na\nb\n\"\"\"\n")]
    [InlineData("\"ends with \\\"\"", "\"\"\"\nends with \"\n\"\"\"\n")]
    [InlineData("\"  a\\n  b\"", "\"  a\\n  b\"\n")]
    [InlineData("\"line\\n\"", "\"line\\n\"\n")]
    [InlineData("\"\\u0007\"", "\"\\u0007\"\n")]
    public void Descriptions_are_block_strings_where_those_keep_them(string written, string printed) =>
        Assert.Equal($"{printed}type Query {{\n  a: Int\n}}", Print($"{written} type Query {{ a: Int }}"));

    private static string Print(string sdl) => SchemaPrinter.Print(SdlSchemaBuilder.Build(Parser.Parse(SourceText.From(sdl))));
}
