namespace R2P.GraphQL.Tests.Validation;

public sealed class KnownArgumentNamesRuleTests
{
    [Fact]
    public void Known() => ValidationAssert.Valid("{ dog { isAtLocation(x: 1, y: 2) @onField(n: 1) } }");

    [Fact]
    public void Unknown_on_a_field_with_suggestion() => ValidationAssert.Errors(
        "{ dog { doesKnowCommand(dogComand: SIT) name(zzzzzz: 1) barks(any: 1) } }",
        """Unknown argument "dogComand" on field "Dog.doesKnowCommand". Did you mean "dogCommand"? @1:25""",
        """Unknown argument "zzzzzz" on field "Dog.name". @1:46""",
        """Unknown argument "any" on field "Dog.barks". @1:63""");

    [Fact]
    public void Unknown_on_a_directive() => ValidationAssert.Errors(
        "{ dog @skip(if: false, iff: true) { name @onField(reqq: true) } }",
        """Unknown argument "iff" on directive "@skip". Did you mean "if"? @1:24""",
        """Unknown argument "reqq" on directive "@onField". Did you mean "req"? @1:51""");

    [Fact]
    public void Unknown_field_or_directive_is_left_to_other_rules() => ValidationAssert.Errors(
        "{ dog { nope(a: 1) name @nope(a: 1) } }",
        """Cannot query field "nope" on type "Dog". Did you mean "name"? @1:9""",
        """Unknown directive "@nope". @1:25""");
}
