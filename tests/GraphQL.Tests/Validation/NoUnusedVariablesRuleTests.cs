namespace R2P.GraphQL.Tests.Validation;

public sealed class NoUnusedVariablesRuleTests
{
    [Fact]
    public void Used_in_a_directive_and_in_a_fragment() => ValidationAssert.Valid(
        """
        query ($a: Boolean!, $b: Boolean) { dog @skip(if: $a) { ...F } }
        fragment F on Dog { name(surname: $b) }
        """);

    [Fact]
    public void Unused() => ValidationAssert.Errors(
        "query ($a: Boolean) { dog { name } }",
        """Variable "$a" is never used. @1:8""");

    [Fact]
    public void Unused_in_one_operation_though_another_uses_it() => ValidationAssert.Errors(
        """
        query A($a: Boolean, $b: Int) { dog { name } }
        query B($a: Boolean) { dog { ...F } }
        fragment F on Dog { name(surname: $a) }
        """,
        """Variable "$a" is never used in operation "A". @1:9""",
        """Variable "$b" is never used in operation "A". @1:22""");
}
