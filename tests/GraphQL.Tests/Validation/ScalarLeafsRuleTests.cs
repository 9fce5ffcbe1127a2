namespace R2P.GraphQL.Tests.Validation;

public sealed class ScalarLeafsRuleTests
{
    [Fact]
    public void Leaf_without_and_object_with_selection() => ValidationAssert.Valid("{ dog { name owner { name } } }");

    [Fact]
    public void Object_without_selection() => ValidationAssert.Errors(
        "{ human }",
        """Field "human" of type "Human" must have a selection of subfields. Did you mean "human { ... }"? @1:3""");

    [Fact]
    public void List_of_interfaces_without_selection() => ValidationAssert.Errors(
        "{ human { pets } dogs }",
        """Field "pets" of type "[Pet]" must have a selection of subfields. Did you mean "pets { ... }"? @1:11""",
        """Field "dogs" of type "[Dog!]!" must have a selection of subfields. Did you mean "dogs { ... }"? @1:18""");

    [Fact]
    public void Leaf_with_selection() => ValidationAssert.Errors(
        "{ dog { name { isHouseTrained } } cat { furColor { hex } } }",
        """Field "name" must not have a selection since type "String" has no subfields. @1:14""",
        """Field "furColor" must not have a selection since type "FurColor" has no subfields. @1:50""");
}
