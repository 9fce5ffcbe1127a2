namespace R2P.GraphQL.Tests.Validation;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    [Fact]
    public void Once_each_and_repeatable() =>
        ValidationAssert.Valid("""{ dog @skip(if: false) @include(if: true) @tag(name: "a") @tag(name: "b") { name @skip(if: false) } }""");

    [Fact]
    public void Twice() => ValidationAssert.Errors(
        "{ dog @onField @onField @onField { name } }",
        """The directive "@onField" can only be used once at this location. @1:7,1:16""",
        """The directive "@onField" can only be used once at this location. @1:7,1:25""");
}
