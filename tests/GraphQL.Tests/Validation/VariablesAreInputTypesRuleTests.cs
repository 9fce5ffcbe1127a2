namespace R2P.GraphQL.Tests.Validation;

public sealed class VariablesAreInputTypesRuleTests
{
    [Fact]
    public void Scalars_enums_and_input_objects() => ValidationAssert.Valid("query ($a: Int, $b: DogCommand, $c: ComplexInput) { complicatedArgs { intArgField(intArg: $a) complexArgField(complexArg: $c) } dog { doesKnowCommand(dogCommand: $b) } }");

    [Fact]
    public void Output_types() => ValidationAssert.Errors(
        "query ($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { dog { name(surname: $a) isAtLocation(x: $b, y: $c) } }",
        """Variable "$a" cannot be non-input type "Dog". @1:12""",
        """Variable "$b" cannot be non-input type "[[CatOrDog!]]!". @1:21""",
        """Variable "$c" cannot be non-input type "Pet". @1:41""",
        """Variable "$a" of type "Dog" used in position expecting type "Boolean". @1:8,1:68""",
        """Variable "$b" of type "[[CatOrDog!]]!" used in position expecting type "Int". @1:17,1:88""",
        """Variable "$c" of type "Pet" used in position expecting type "Int". @1:37,1:95""");
}
