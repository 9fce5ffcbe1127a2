using System.Text;
using R2P.GraphQL.Language;
using R2P.GraphQL.Tests.Types.Building;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Diff;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.Types.Diff;

/// <summary>What has changed between two schemas, and what it means. What graphql-js knows of it is judged by graphql-js, too (tests/clients).</summary>
public sealed class SchemaDiffTests
{
    [Theory]
    [InlineData("type T { a: Int }", "", "Breaking: T was removed.")]
    [InlineData("", "type T { a: Int }", "Safe: T was added.")]
    [InlineData("scalar T", "union T = Query", "Breaking: T changed from a Scalar type to a Union type.")]
    [InlineData("type T { a: Int b: Int }", "type T { a: Int }", "Breaking: Field T.b was removed.")]
    [InlineData("type T { a: Int }", "type T { a: Int b: Int }", "Safe: Field T.b was added.")]
    [InlineData("type T { a: Int! }", "type T { a: Int }", "Breaking: Field T.a changed type from Int! to Int.")]
    [InlineData("type T { a: [Int] }", "type T { a: [Int!]! }", "Safe: Field T.a changed type from [Int] to [Int!]!.")]
    [InlineData("enum E { A B }", "enum E { A C }", "Breaking: Enum value E.B was removed.", "Dangerous: Enum value E.C was added.")]
    [InlineData(
        "type A { a: Int } union U = Query",
        "type A { a: Int } union U = A",
        "Breaking: Query was removed from union type U.",
        "Dangerous: A was added to union type U.")]
    [InlineData(
        "interface I { a: Int } interface J { a: Int } type T implements I { a: Int }",
        "interface I { a: Int } interface J { a: Int } type T implements J { a: Int }",
        "Breaking: T no longer implements interface I.",
        "Dangerous: J added to interfaces implemented by T.")]
    public void Types(string old, string @new, params string[] changes) => Assert.Equal(changes, Diff(old, @new));

    [Theory]
    [InlineData("a: Int", "a: Int, b: Int", "Dangerous: An optional {0}b was added.")]
    [InlineData("a: Int", "a: Int, b: Int!", "Breaking: A required {0}b was added.")]
    [InlineData("a: Int, b: Int", "a: Int", "Breaking: {1}b was removed.")]
    [InlineData("a: Int! = 1", "a: Int! = 2", "Dangerous: {2}a has changed defaultValue from 1 to 2.")]
    [InlineData("a: Int", "a: Int = 2", "Safe: {2}a added a defaultValue 2.")]
    [InlineData("a: Int = 1", "a: Int", "Dangerous: {2}a defaultValue was removed.")]
    [InlineData("a: Int! = 1", "a: Int!", "Breaking: {2}a defaultValue was removed.")]
    [InlineData("a: Int", "a: Int @deprecated", "Safe: {1}a was deprecated: \"No longer supported\".")]
    public void Arguments_and_input_fields(string old, string @new, string change)
    {
        var field = Diff($"input I {{ {old} }}", $"input I {{ {@new} }}");
        var argument = Diff($"type T {{ f({old}): Int }}", $"type T {{ f({@new}): Int }}");

        Assert.Equal([Words("field I.", "Field I.", "I.", "")], field);
        Assert.Equal([Words("argument T.f(", "Argument T.f(", "T.f(", ":)")], argument);

        string Words(string lower, string upper, string bare, string end)
        {
            var name = change.Contains("}a", StringComparison.Ordinal) ? "a" : "b";
            return change
                .Replace($"}}{name}", $"}}{name}{end}", StringComparison.Ordinal)
                .Replace("{0}", lower, StringComparison.Ordinal)
                .Replace("{1}", upper, StringComparison.Ordinal)
                .Replace("{2}", bare, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("f(a: Int): Int", "f(a: Int!): Int", "Breaking: Argument T.f(a:) has changed type from Int to Int!.")]
    [InlineData("f(a: Int! = 1): Int", "f(a: Int = 1): Int", "Safe: Argument T.f(a:) has changed type from Int! to Int.")]
    [InlineData("f(a: String = \"x\"): Int", "f(a: String = \"\"\"x\"\"\"): Int")]
    [InlineData("f(a: J = { b: 1, c: 2 }): Int", "f(a: J = { c: 2, b: 1 }): Int")]
    [InlineData(
        "f(a: J = { c: 2 }): Int",
        "f(a: J = { c: 2, b: 3 }): Int",
        "Dangerous: T.f(a:) has changed defaultValue from { c: 2 } to { b: 3, c: 2 }.")]
    public void Types_and_defaults_of_arguments(string old, string @new, params string[] changes) =>
        Assert.Equal(changes, Diff($"type T {{ {old} }} input J {{ b: Int c: Int }}", $"type T {{ {@new} }} input J {{ b: Int c: Int }}"));

    [Theory]
    [InlineData("directive @d on FIELD", "", "Breaking: Directive @d was removed.")]
    [InlineData(
        "directive @d on FIELD",
        "directive @d repeatable on QUERY",
        "Breaking: FIELD was removed from @d.",
        "Safe: Repeatable flag was added to @d.",
        "Safe: QUERY was added to @d.")]
    [InlineData("directive @d on FIELD", "directive @d(a: Int) on FIELD", "Safe: An optional argument @d(a:) was added.")]
    [InlineData("directive @d(a: Int) on FIELD", "directive @d(\"Of a\" a: Int) on FIELD", "Safe: Description of argument @d(a:) has changed to \"Of a\".")]
    public void Directives(string old, string @new, params string[] changes) => Assert.Equal(changes, Diff(old, @new));

    [Theory]
    [InlineData("schema { query: Query }", "schema { query: Q }", "Breaking: Query root type has changed from Query to Q.")]
    [InlineData("schema { query: Query mutation: Q }", "schema { query: Query }", "Breaking: Mutation root type Q was removed.")]
    [InlineData("schema { query: Query }", "schema { query: Query subscription: Q }", "Safe: Subscription root type Q was added.")]
    [InlineData("schema { query: Query }", "\"What it is for\" schema { query: Query }", "Safe: Description of the schema has changed to \"What it is for\".")]
    public void Roots(string old, string @new, string change) =>
        Assert.Equal([change], Diff($"{old} type Q {{ a: Int }}", $"{@new} type Q {{ a: Int }}"));

    [Theory]
    [InlineData("input I { a: Int }", "input I @oneOf { a: Int }", "Breaking: I became a OneOf Input Object.")]
    [InlineData("input I @oneOf { a: Int }", "input I { a: Int }", "Safe: I is no longer a OneOf Input Object.")]
    [InlineData("scalar S", "scalar S @specifiedBy(url: \"b\")", "Safe: Specification \"b\" was added to S.")]
    [InlineData("scalar S @specifiedBy(url: \"a\")", "scalar S @specifiedBy(url: \"b\")", "Dangerous: Specification of S has changed from \"a\" to \"b\".")]
    [InlineData("scalar S @specifiedBy(url: \"a\")", "scalar S", "Dangerous: Specification \"a\" was removed from S.")]
    [InlineData("enum E { A B @deprecated }", "enum E { A B }", "Safe: Enum value E.B is no longer deprecated.")]
    [InlineData("type T { a: Int @deprecated }", "type T { a: Int @deprecated(reason: \"b\") }", "Safe: Deprecation reason of Field T.a has changed to \"b\".")]
    [InlineData("\"T\" scalar T", "scalar T", "Safe: Description of T was removed.")]
    [InlineData("scalar T", "\"\"\"\nTwo\nlines\n\"\"\" scalar T", "Safe: Description of T has changed to \"Two\\nlines\".")]
    public void What_is_said_of_types(string old, string @new, string change) => Assert.Equal([change], Diff(old, @new));

    [Fact]
    public void The_gravest_changes_come_first() => Assert.Equal(
        ["Breaking: T was removed.", "Dangerous: Enum value E.B was added.", "Safe: S was added."],
        Diff("enum E { A } type T { a: Int }", "enum E { A B } scalar S"));

    [Fact]
    public void A_built_in_scalar_that_nobody_refers_to_any_more_is_no_change() => Assert.Equal(
        ["Breaking: Field T.a was removed."], Diff("type T { a: Float b: Int }", "type T { b: Int }"));

    [Fact]
    public void A_schema_from_types_of_CSharp_is_as_it_was_printed() => Assert.Empty(
        SchemaDiff.Find(Parse(SchemaPrinter.Print(BuiltSchema.Library)), BuiltSchema.Library));

    private static IEnumerable<string> Diff(string old, string @new) =>
        SchemaDiff.Find(Parse($"type Query {{ a: Int }} {old}"), Parse($"type Query {{ a: Int }} {@new}"))
            .Select(change => $"{change.Severity}: {change.Message}");

    private static GraphQLSchema Parse(string sdl) =>
        SdlSchemaBuilder.Build(Parser.Parse(new SourceText(Encoding.UTF8.GetBytes(sdl))));
}
