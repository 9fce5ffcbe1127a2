namespace R2P.GraphQL.Tests.Validation;

public sealed class UniqueArgumentNamesRuleTests
{
    [Fact]
    public void Different_or_on_different_fields() => ValidationAssert.Valid("{ dog { isAtLocation(x: 1, y: 2) x: isAtLocation(x: 1) } }");

    [Fact]
    public void Same_on_a_field_and_on_a_directive() => ValidationAssert.Errors(
        "{ dog { isAtLocation(x: 1, y: 1, x: 2, x: 3) @onField(n: 1, n: 2) } }",
        """There can be only one argument named "x". @1:22,1:34,1:40""",
        """There can be only one argument named "n". @1:55,1:61""");
}
