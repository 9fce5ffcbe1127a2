namespace R2P.GraphQL.Tests.Validation;

public sealed class KnownTypeNamesRuleTests
{
    [Fact]
    public void Known_types() => ValidationAssert.Valid(
        """
        query ($a: Int, $b: [String!]!) { complicatedArgs { intArgField(intArg: $a) stringListArgField(stringListArg: $b) } dog { ... on Dog { name } ...F } }
        fragment F on Pet { name }
        """);

    [Fact]
    public void Unknown_types_with_suggestions() => ValidationAssert.Errors(
        """
        query ($a: [Strng!]) { dog { ... on Dgo { name } ...F x: name(surname: $a) } }
        fragment F on Peat { name }
        """,
        """Unknown type "Strng". Did you mean "String" or "Being"? @1:13""",
        """Unknown type "Dgo". Did you mean "Dog"? @1:37""",
        """Unknown type "Peat". Did you mean "Pet" or "Cat"? @2:15""");

    [Fact]
    public void Unknown_type_unlike_any() => ValidationAssert.Errors(
        "{ dog { ... on Spaceship { name } } }",
        """Unknown type "Spaceship". @1:16""");
}
