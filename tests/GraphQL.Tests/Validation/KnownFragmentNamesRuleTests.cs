namespace R2P.GraphQL.Tests.Validation;

public sealed class KnownFragmentNamesRuleTests
{
    [Fact]
    public void Defined() => ValidationAssert.Valid(
        """
        { ...A }
        fragment A on Query { __typename }
        """);

    [Fact]
    public void Not_defined() => ValidationAssert.Errors(
        """
        { ...A dog { ...B } }
        fragment A on Query { ...C }
        """,
        """Unknown fragment "B". @1:17""",
        """Unknown fragment "C". @2:26""");
}
