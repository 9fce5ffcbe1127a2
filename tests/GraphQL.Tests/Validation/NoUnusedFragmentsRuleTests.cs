namespace R2P.GraphQL.Tests.Validation;

public sealed class NoUnusedFragmentsRuleTests
{
    [Fact]
    public void Used_through_another() => ValidationAssert.Valid(
        """
        { ...A }
        fragment A on Query { ...B }
        fragment B on Query { __typename }
        """);

    [Fact]
    public void Unused() => ValidationAssert.Errors(
        """
        { __typename }
        fragment A on Query { __typename }
        fragment B on Query { ...A }
        """,
        """Fragment "A" is never used. @2:1""",
        """Fragment "B" is never used. @3:1""");

    [Fact]
    public void Used_by_itself_alone_is_unused() => ValidationAssert.Errors(
        """
        { __typename }
        fragment A on Query { ...B }
        fragment B on Query { __typename }
        """,
        """Fragment "A" is never used. @2:1""",
        """Fragment "B" is never used. @3:1""");
}
