namespace R2P.GraphQL.Tests.Validation;

public sealed class UniqueFragmentNamesRuleTests
{
    [Fact]
    public void Different_names() => ValidationAssert.Valid(
        """
        { ...A ...B }
        fragment A on Query { __typename }
        fragment B on Query { __typename }
        """);

    [Fact]
    public void Same_name() => ValidationAssert.Errors(
        """
        { ...A }
        fragment A on Query { __typename }
        fragment A on Query { __typename }
        """,
        """There can be only one fragment named "A". @2:10,3:10""");
}
