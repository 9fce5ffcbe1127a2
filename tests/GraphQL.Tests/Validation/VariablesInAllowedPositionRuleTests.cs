namespace R2P.GraphQL.Tests.Validation;

public sealed class VariablesInAllowedPositionRuleTests
{
    [Fact]
    public void Same_type_stricter_type_and_defaults() => ValidationAssert.Valid(
        """
        query ($a: Int, $b: Int!, $c: Int = 1, $d: [String!], $e: String) { complicatedArgs {
          a: intArgField(intArg: $a)
          b: intArgField(intArg: $b)
          c: nonNullIntArgField(nonNullIntArg: $c)
          d: stringListArgField(stringListArg: $d)
          e: stringListArgField(stringListArg: [$e])
          f: nonNullFieldWithDefault(arg: $a) } }
        """);

    [Fact]
    public void Nullable_for_non_null() => ValidationAssert.Errors(
        """
        query Q($a: Int, $n: Int = null) { complicatedArgs { nonNullIntArgField(nonNullIntArg: $a)
          b: nonNullIntArgField(nonNullIntArg: $n) } }
        """,
        """Variable "$a" of type "Int" used in position expecting type "Int!". @1:9,1:88""",
        """Variable "$n" of type "Int" used in position expecting type "Int!". @1:18,2:40""");

    [Fact]
    public void Through_fragments() => ValidationAssert.Errors(
        """
        query Q($a: String) { complicatedArgs { ...F } }
        fragment F on ComplicatedArgs { ...G }
        fragment G on ComplicatedArgs { intArgField(intArg: $a) }
        """,
        """Variable "$a" of type "String" used in position expecting type "Int". @1:9,3:53""");

    [Fact]
    public void Lists() => ValidationAssert.Errors(
        """
        query ($a: String, $b: [String], $c: [[String]]) { complicatedArgs {
          a: stringListArgField(stringListArg: $a)
          b: stringListNonNullArgField(stringListNonNullArg: $b)
          c: stringListArgField(stringListArg: $c)
          d: stringListNonNullArgField(stringListNonNullArg: [$a]) } }
        """,
        """Variable "$a" of type "String" used in position expecting type "[String]". @1:8,2:40""",
        """Variable "$b" of type "[String]" used in position expecting type "[String!]". @1:20,3:54""",
        """Variable "$c" of type "[[String]]" used in position expecting type "[String]". @1:34,4:40""",
        """Variable "$a" of type "String" used in position expecting type "String!". @1:8,5:55""");

    [Fact]
    public void Input_object_fields_and_directives() => ValidationAssert.Errors(
        "query ($a: Boolean, $b: Int) { complicatedArgs { complexArgField(complexArg: {requiredField: $a, nonNullField: $a, intField: $b, stringField: $b}) @skip(if: $a) } }",
        """Variable "$a" of type "Boolean" used in position expecting type "Boolean!". @1:8,1:94""",
        """Variable "$b" of type "Int" used in position expecting type "String". @1:21,1:143""",
        """Variable "$a" of type "Boolean" used in position expecting type "Boolean!". @1:8,1:158""");

    [Fact]
    public void OneOf_takes_a_non_null_variable() =>
        ValidationAssert.Valid("query ($a: String!) { complicatedArgs { oneOfArgField(oneOfArg: {stringField: $a}) } }");

    [Fact]
    public void OneOf_refuses_a_nullable_variable() => ValidationAssert.Errors(
        """
        query ($a: String, $b: Int = 1) { complicatedArgs {
          a: oneOfArgField(oneOfArg: {stringField: $a})
          b: oneOfArgField(oneOfArg: {intField: $b}) } }
        """,
        """Variable "$a" is of type "String" but must be non-nullable to be used for OneOf Input Object "OneOfInput". @1:8,2:44""",
        """Variable "$b" is of type "Int" but must be non-nullable to be used for OneOf Input Object "OneOfInput". @1:20,3:41""");

    [Fact]
    public void OneOf_refuses_a_nullable_variable_where_the_object_itself_is_required() => ValidationAssert.ErrorsOn(
        "input Key @oneOf { id: ID name: String } type Query { one(by: Key!): Int many(by: [Key!]!): Int }",
        "query ($id: ID) { one(by: {id: $id}) many(by: [{id: $id}]) }",
        """Variable "$id" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Key". @1:8,1:32""",
        """Variable "$id" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Key". @1:8,1:53""");
}
