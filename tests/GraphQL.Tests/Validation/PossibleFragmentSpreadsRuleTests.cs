namespace R2P.GraphQL.Tests.Validation;

public sealed class PossibleFragmentSpreadsRuleTests
{
    [Fact]
    public void Object_in_interface_interface_in_object_interface_in_interface_and_union() => ValidationAssert.Valid(
        """
        { pet { ... on Dog { name } ...B } dog { ...B ... on CatOrDog { __typename } } catOrDog { ...B } }
        fragment B on Being { name }
        """);

    [Fact]
    public void Object_in_another_object() => ValidationAssert.Errors(
        "{ dog { ... on Cat { name } } }",
        """Fragment cannot be spread here as objects of type "Dog" can never be of type "Cat". @1:9""");

    [Fact]
    public void Object_not_in_interface() => ValidationAssert.Errors(
        "{ pet { ... on Alien { name } } }",
        """Fragment cannot be spread here as objects of type "Pet" can never be of type "Alien". @1:9""");

    [Fact]
    public void Named_fragment_in_a_union_without_it() => ValidationAssert.Errors(
        """
        { catOrDog { ...A } }
        fragment A on Alien { name }
        """,
        """Fragment "A" cannot be spread here as objects of type "CatOrDog" can never be of type "Alien". @1:14""");

    [Fact]
    public void Interfaces_without_a_common_object() => ValidationAssert.Errors(
        """
        { canine { ...H } }
        fragment H on HumanOrAlien { __typename }
        """,
        """Fragment "H" cannot be spread here as objects of type "Canine" can never be of type "HumanOrAlien". @1:12""");
}
