namespace R2P.GraphQL.Tests.Validation;

public sealed class LoneAnonymousOperationRuleTests
{
    [Fact]
    public void One_anonymous_operation_with_fragments() => ValidationAssert.Valid(
        """
        { ...F }
        fragment F on Query { __typename }
        """);

    [Fact]
    public void Anonymous_beside_a_named_one() => ValidationAssert.Errors(
        """
        { __typename }
        query A { __typename }
        """,
        "This anonymous operation must be the only defined operation. @1:1");

    [Fact]
    public void Two_anonymous() => ValidationAssert.Errors(
        "{ __typename } { __typename }",
        "This anonymous operation must be the only defined operation. @1:1",
        "This anonymous operation must be the only defined operation. @1:16");
}
