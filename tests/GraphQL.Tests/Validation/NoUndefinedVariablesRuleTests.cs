namespace R2P.GraphQL.Tests.Validation;

public sealed class NoUndefinedVariablesRuleTests
{
    [Fact]
    public void Defined_and_used_in_a_fragment() => ValidationAssert.Valid(
        """
        query Q($a: Boolean) { dog { ...F } }
        fragment F on Dog { name(surname: $a) }
        """);

    [Fact]
    public void Undefined_in_an_anonymous_operation() => ValidationAssert.Errors(
        "{ dog { name(surname: $a) } }",
        """Variable "$a" is not defined. @1:23,1:1""");

    [Fact]
    public void Undefined_deep_in_a_value_and_a_directive() => ValidationAssert.Errors(
        "query Q { complicatedArgs { complexArgField(complexArg: {requiredField: $a}) @skip(if: $b) stringListArgField(stringListArg: [$c]) } }",
        """Variable "$a" is not defined by operation "Q". @1:73,1:1""",
        """Variable "$b" is not defined by operation "Q". @1:88,1:1""",
        """Variable "$c" is not defined by operation "Q". @1:127,1:1""");

    [Fact]
    public void Undefined_for_one_of_two_operations_by_a_fragment() => ValidationAssert.Errors(
        """
        query A($a: Boolean) { dog { ...F } }
        query B { dog { ...F } }
        fragment F on Dog { name(surname: $a) }
        """,
        """Variable "$a" is not defined by operation "B". @3:35,2:1""");
}
