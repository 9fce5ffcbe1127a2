namespace R2P.GraphQL.Tests.Validation;

public sealed class NoFragmentCyclesRuleTests
{
    [Fact]
    public void Spread_twice_is_no_cycle() => ValidationAssert.Valid(
        """
        { dog { ...A } }
        fragment A on Dog { ...B mother { ...B } }
        fragment B on Dog { name }
        """);

    [Fact]
    public void Itself() => ValidationAssert.Errors(
        """
        { dog { ...A } }
        fragment A on Dog { mother { ...A } }
        """,
        """Cannot spread fragment "A" within itself. @2:30""");

    [Fact]
    public void Itself_in_an_inline_fragment() => ValidationAssert.Errors(
        """
        { pet { ...A } }
        fragment A on Pet { ... on Dog { ...A } }
        """,
        """Cannot spread fragment "A" within itself. @2:34""");

    [Fact]
    public void By_way_of_another() => ValidationAssert.Errors(
        """
        { dog { ...A } }
        fragment A on Dog { ...B }
        fragment B on Dog { name ...A }
        """,
        """Cannot spread fragment "A" within itself via "B". @2:21,3:26""");

    [Fact]
    public void Long_and_double() => ValidationAssert.Errors(
        """
        { dog { ...A } }
        fragment A on Dog { ...B }
        fragment B on Dog { ...C }
        fragment C on Dog { ...A ...B }
        """,
        """Cannot spread fragment "A" within itself via "B", "C". @2:21,3:21,4:21""",
        """Cannot spread fragment "B" within itself via "C". @3:21,4:26""");
}
