namespace R2P.GraphQL.Tests.Validation;

public sealed class UniqueVariableNamesRuleTests
{
    [Fact]
    public void Different() => ValidationAssert.Valid("query ($a: Boolean, $b: Boolean) { dog { x: name(surname: $a) name(surname: $b) } }");

    [Fact]
    public void Same() => ValidationAssert.Errors(
        "query ($a: Boolean, $a: Boolean, $b: Boolean, $a: Boolean) { dog { x: name(surname: $a) name(surname: $b) } }",
        """There can be only one variable named "$a". @1:9,1:22,1:48""");
}
