namespace R2P.GraphQL.Tests.Validation;

public sealed class KnownOperationTypesRuleTests
{
    [Fact]
    public void The_schema_has_the_operation() => ValidationAssert.Valid("mutation { rename(name: \"a\") { name } }");

    [Fact]
    public void The_schema_has_neither_mutation_nor_subscription() => ValidationAssert.ErrorsOn(
        "type Query { a: Int }",
        "query A { a } mutation B { b } subscription C { c }",
        "The mutation operation is not supported by the schema. @1:15",
        "The subscription operation is not supported by the schema. @1:32");
}
