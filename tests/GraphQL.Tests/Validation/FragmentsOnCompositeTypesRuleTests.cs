namespace R2P.GraphQL.Tests.Validation;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    [Fact]
    public void Object_interface_and_union() => ValidationAssert.Valid(
        """
        { ...A ... on Query { __typename } }
        fragment A on Query { dog { ... on Pet { name } ... on CatOrDog { __typename } } }
        """);

    [Fact]
    public void Inline_fragment_on_an_input_object() => ValidationAssert.Errors(
        "{ dog { ... on ComplexInput { stringField } } }",
        """Fragment cannot condition on non composite type "ComplexInput". @1:16""");

    [Fact]
    public void Fragment_on_an_enum() => ValidationAssert.Errors(
        """
        { dog { ...F } }
        fragment F on FurColor { bad }
        """,
        """Fragment "F" cannot condition on non composite type "FurColor". @2:15""");

    [Fact]
    public void Fragment_on_a_scalar() => ValidationAssert.Errors(
        """
        { dog { ...F } }
        fragment F on Boolean { bad }
        """,
        """Fragment "F" cannot condition on non composite type "Boolean". @2:15""");
}
