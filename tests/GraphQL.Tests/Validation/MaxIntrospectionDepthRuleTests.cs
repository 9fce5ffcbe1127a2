namespace R2P.GraphQL.Tests.Validation;

public sealed class MaxIntrospectionDepthRuleTests
{
    [Fact]
    public void Two_lists_deep() => ValidationAssert.Valid(
        """
        { __schema { types { fields { type { ...T } } } } __type(name: "Dog") { interfaces { name } } }
        fragment T on __Type { possibleTypes { name } }
        """);

    [Fact]
    public void Three_lists_deep() => ValidationAssert.Errors(
        "{ __schema { types { fields { type { interfaces { possibleTypes { name } } } } } } }",
        "Maximum introspection depth exceeded @1:3");

    [Fact]
    public void Three_lists_deep_by_fragments() => ValidationAssert.Errors(
        """
        { __type(name: "Dog") { ...A } }
        fragment A on __Type { fields { type { ...B } } }
        fragment B on __Type { inputFields { type { ...C } } }
        fragment C on __Type { interfaces { name } }
        """,
        "Maximum introspection depth exceeded @1:3");
}
