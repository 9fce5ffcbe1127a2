namespace R2P.GraphQL.Tests.Validation;

public sealed class FieldsOnCorrectTypeRuleTests
{
    [Fact]
    public void Fields_that_exist() => ValidationAssert.Valid(
        """{ dog { name } pet { name ... on Cat { meows } } catOrDog { __typename } __schema { types { name } } __type(name: "Dog") { kind } }""");

    [Fact]
    public void Misspelt_field_with_one_suggestion() => ValidationAssert.Errors(
        "{ dog { barkVolum } }",
        """Cannot query field "barkVolum" on type "Dog". Did you mean "barkVolume"? @1:9""");

    [Fact]
    public void Several_suggestions() => ValidationAssert.Errors(
        "{ cat { meowVolum } }",
        """Cannot query field "meowVolum" on type "Cat". Did you mean "meowVolume" or "meowsVolume"? @1:9""");

    [Fact]
    public void Nothing_alike() => ValidationAssert.Errors(
        "{ dog { meowing { deeper } } }",
        """Cannot query field "meowing" on type "Dog". @1:9""");

    [Fact]
    public void An_alias_does_not_help() => ValidationAssert.Errors(
        "{ dog { name: nope } }",
        """Cannot query field "nope" on type "Dog". Did you mean "name"? @1:9""");

    [Fact]
    public void Field_of_a_possible_type_of_an_interface() => ValidationAssert.Errors(
        "{ pet { nickname barks } }",
        """Cannot query field "nickname" on type "Pet". Did you mean to use an inline fragment on "Cat" or "Dog"? @1:9""",
        """Cannot query field "barks" on type "Pet". Did you mean to use an inline fragment on "Dog"? @1:18""");

    [Fact]
    public void Field_of_members_of_a_union() => ValidationAssert.Errors(
        "{ catOrDog { name nickname } dogOrHuman { name } }",
        """Cannot query field "name" on type "CatOrDog". Did you mean to use an inline fragment on "Being", "Pet", "Canine", "Cat", or "Dog"? @1:14""",
        """Cannot query field "nickname" on type "CatOrDog". Did you mean to use an inline fragment on "Cat" or "Dog"? @1:19""",
        """Cannot query field "name" on type "DogOrHuman". Did you mean to use an inline fragment on "Being", "Canine", "Human", "Pet", or "Dog"? @1:43""");

    [Fact]
    public void Meta_fields_only_at_the_query_root() => ValidationAssert.Errors(
        """{ dog { __schema { description } __type(name: "a") { name } } }""",
        """Cannot query field "__schema" on type "Dog". @1:9""",
        """Cannot query field "__type" on type "Dog". @1:34""");

    [Fact]
    public void Below_an_unknown_field_nothing_more_is_said() => ValidationAssert.Errors(
        "{ nope { deeper { still } } }",
        """Cannot query field "nope" on type "Query". @1:3""");
}
