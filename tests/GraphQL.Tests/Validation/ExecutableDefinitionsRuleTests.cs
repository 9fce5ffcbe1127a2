namespace R2P.GraphQL.Tests.Validation;

public sealed class ExecutableDefinitionsRuleTests
{
    [Fact]
    public void Operations_and_fragments_are_executable() => ValidationAssert.Valid(
        """
        { dog { ...F } }
        fragment F on Dog { name }
        """);

    [Fact]
    public void A_type_definition_is_not() => ValidationAssert.Errors(
        "{ dog { name } } type Extra { id: Int }",
        """The "Extra" definition is not executable. @1:18""");

    [Fact]
    public void A_schema_definition_and_a_directive_are_not() => ValidationAssert.Errors(
        "schema { query: Query } directive @extra on FIELD { dog { name } }",
        "The schema definition is not executable. @1:1",
        """The "extra" definition is not executable. @1:25""");
}
