namespace R2P.GraphQL.Tests.Validation;

public sealed class UniqueOperationNamesRuleTests
{
    [Fact]
    public void Different_names() => ValidationAssert.Valid(
        """
        query A { dog { name } }
        query B { dog { name } }
        """);

    [Fact]
    public void Same_name_twice() => ValidationAssert.Errors(
        """
        query A { dog { name } }
        mutation A { rename(name: "a") { name } }
        """,
        """There can be only one operation named "A". @1:7,2:10""");

    [Fact]
    public void Same_name_three_times() => ValidationAssert.Errors(
        """
        query A { __typename }
        query A { __typename }
        query A { __typename }
        """,
        """There can be only one operation named "A". @1:7,2:7""",
        """There can be only one operation named "A". @1:7,3:7""");
}
