using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>What the builder makes of the library's C# types, as SDL.</summary>
public sealed class PrintedSchemaTests
{
    private static readonly string Sdl = SchemaPrinter.Print(BuiltSchema.Library);

    [Fact]
    public void A_record_becomes_an_object_type_with_its_resolver_methods() => AssertPrinted(
        """"
        """A book, with its `title` on more than one line."""
        type Book implements Node & Lendable {
          """The global id."""
          id: ID!

          """As printed, `verbatim`."""
          title: String!
          state: LoanState!
          tags: [String]!
          addedAt: DateTime!
          pages: Int
          blurb: Markdown!

          """How many times somebody took it home."""
          loanCount: Int!
          author: Author
          shout(mark: String! = "!"): String!
        }
        """");

    [Fact]
    public void Another_class_of_the_interface_gets_the_shared_fields_too() => AssertPrinted(
        """"
        type Film implements Node & Lendable {
          """The global id."""
          id: ID!

          """What is on the cover."""
          title: String!
          minutes: Float!
          shelf: String @deprecated(reason: "Films have no shelf.")
          directorId: ID
          actorIds: [ID!]!

          """How many times somebody took it home."""
          loanCount: Int!
        }
        """");

    [Fact]
    public void An_interface_of_nodes_is_a_node() => AssertPrinted(
        """"
        """Anything that can be lent, be it on paper or not."""
        interface Lendable implements Node {
        """");

    [Fact]
    public void Method_names_lose_Get_and_Async_and_descriptions_come_from_XML() => AssertPrinted(
        """"
          """
          Finds books.
          
          In order of `state`.
          """
          books(
            """Only these."""
            state: LoanState

            """How many."""
            first: Int! = 20
          ): BookPage!
        """");

    [Fact]
    public void A_generic_type_is_named_by_its_argument() => AssertPrinted(
        """"
        """A page."""
        type BookPage {
          items: [Book!]!
          first: Book
        }
        """");

    [Fact]
    public void An_enum_is_written_in_capitals_with_its_deprecations() => AssertPrinted(
        """"
        """Where a thing is in its life."""
        enum LoanState {
          """Nobody has it."""
          ON_SHELF
          LENT_OUT
          GONE @deprecated(reason: "Use `LENT_OUT`.")
        }
        """");

    [Fact]
    public void Input_classes_take_defaults_from_constructors_initializers_and_attributes()
    {
        AssertPrinted(
            """"
            """What a new book needs."""
            input NewBookInput {
              """Its title."""
              title: String!
              authorId: ID
              state: LoanState! = ON_SHELF
              copies: Int! = 1
              note: String
              blurb: String
              chapters: [NewChapterInput!]
            }

            input NewChapterInput {
              heading: String!
              words: [String!]! = ["once", "upon"]
              pages: Int! = 10
            }
            """");
        AssertPrinted("search(text: String!, state: LoanState! = LENT_OUT): [SearchHit!]!");
    }

    [Fact]
    public void OneOf_and_unions_are_marked()
    {
        AssertPrinted("input BookKeyInput @oneOf {\n  id: ID\n  title: String\n}");
        AssertPrinted("union SearchHit = Exact | Near");
    }

    [Fact]
    public void Roots_come_first_and_node_fields_are_there()
    {
        Assert.StartsWith("\"\"\"Everything that can be read.\"\"\"\ntype Query {", Sdl, StringComparison.Ordinal);
        AssertPrinted("): Node\n");
        AssertPrinted("): [Node]!\n");
        AssertPrinted("type Subscription {\n  bookAdded: Book!\n}");
    }

    [Fact]
    public void What_is_ignored_injected_or_unused_is_absent()
    {
        Assert.DoesNotContain("readers", Sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("clock", Sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("cancellation", Sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("scalar Date\n", Sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("byIds", Sdl, StringComparison.Ordinal);
    }

    private static void AssertPrinted(string expected) => Assert.Contains(expected, Sdl, StringComparison.Ordinal);
}
