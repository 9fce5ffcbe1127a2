namespace R2P.GraphQL.Tests.Validation;

public sealed class ValuesOfCorrectTypeRuleTests
{
    [Fact]
    public void Good_values() => ValidationAssert.Valid(
        """
        { complicatedArgs {
          a: intArgField(intArg: 2)
          b: intArgField(intArg: null)
          c: floatArgField(floatArg: 1)
          d: idArgField(idArg: 1)
          e: idArgField(idArg: "x")
          f: enumArgField(enumArg: TAN)
          g: stringListArgField(stringListArg: ["a", null])
          h: stringListArgField(stringListArg: "a")
          i: booleanArgField(booleanArg: true)
          j: anythingArgField(anything: {a: [1, B]}) } }
        """);

    [Fact]
    public void Int_literals() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: intArgField(intArg: "3")
          b: intArgField(intArg: 829384293849283498239482938)
          c: intArgField(intArg: FOO)
          d: intArgField(intArg: 3.0)
          e: intArgField(intArg: [1]) } }
        """,
        """Int cannot represent non-integer value: "3" @2:26""",
        "Int cannot represent non 32-bit signed integer value: 829384293849283498239482938 @3:26",
        "Int cannot represent non-integer value: FOO @4:26",
        "Int cannot represent non-integer value: 3.0 @5:26",
        "Int cannot represent non-integer value: [1] @6:26");

    [Fact]
    public void Null_stands_for_variables_inside_of_what_a_leaf_refuses() => ValidationAssert.Errors(
        """
        query ($v: Int) { complicatedArgs {
          a: intArgField(intArg: [1, $v])
          b: enumArgField(enumArg: {a: $v, b: [$v, TAN]})
          c: stringArgField(stringArg: {a: {b: $v}}) } }
        """,
        "Int cannot represent non-integer value: [1, null] @2:26",
        """Enum "FurColor" cannot represent non-enum value: { b: [null, TAN] }. @3:28""",
        "String cannot represent a non string value: { a: {  } } @4:32");

    [Fact]
    public void String_boolean_float_and_id() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: stringArgField(stringArg: 1)
          b: booleanArgField(booleanArg: 2)
          c: booleanArgField(booleanArg: "true")
          d: floatArgField(floatArg: "3.3")
          e: idArgField(idArg: 1.0)
          f: idArgField(idArg: true) } }
        """,
        "String cannot represent a non string value: 1 @2:32",
        "Boolean cannot represent a non boolean value: 2 @3:34",
        """Boolean cannot represent a non boolean value: "true" @4:34""",
        """Float cannot represent non numeric value: "3.3" @5:30""",
        "ID cannot represent a non-string and non-integer value: 1.0 @6:24",
        "ID cannot represent a non-string and non-integer value: true @7:24");

    [Fact]
    public void Enum() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: enumArgField(enumArg: BROWM)
          b: enumArgField(enumArg: "BROWN")
          c: enumArgField(enumArg: 2)
          d: enumArgField(enumArg: brown)
          e: enumArgField(enumArg: JUGGLE) } }
        """,
        """Value "BROWM" does not exist in "FurColor" enum. Did you mean the enum value "BROWN"? @2:28""",
        """Enum "FurColor" cannot represent non-enum value: "BROWN". Did you mean the enum value "BROWN"? @3:28""",
        """Enum "FurColor" cannot represent non-enum value: 2. @4:28""",
        """Value "brown" does not exist in "FurColor" enum. Did you mean the enum value "BROWN"? @5:28""",
        """Value "JUGGLE" does not exist in "FurColor" enum. @6:28""");

    [Fact]
    public void List() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: stringListArgField(stringListArg: ["one", 2])
          b: stringListArgField(stringListArg: 1)
          c: stringListNonNullArgField(stringListNonNullArg: ["a", null]) } }
        """,
        "String cannot represent a non string value: 2 @2:48",
        "String cannot represent a non string value: 1 @3:40",
        """Expected value of non-null type "String!" not to be null. @4:60""");

    [Fact]
    public void Null_for_non_null() => ValidationAssert.Errors(
        "{ complicatedArgs { nonNullIntArgField(nonNullIntArg: null) } }",
        """Expected value of non-null type "Int!" not to be null. @1:55""");

    [Fact]
    public void Input_object_is_complete_and_right() => ValidationAssert.Valid(
        """{ complicatedArgs { complexArgField(complexArg: {requiredField: true, stringListField: ["a"], nested: {requiredField: false}}) } }""");

    [Fact]
    public void Input_object_with_a_missing_a_null_and_an_unknown_field() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: complexArgField(complexArg: {intField: 4})
          b: complexArgField(complexArg: {requiredField: true, nonNullField: null})
          c: complexArgField(complexArg: {requiredField: true, invalidField: "value"})
          d: complexArgField(complexArg: {requiredField: true, intFeild: 1}) } }
        """,
        """Expected value of type "ComplexInput" to include required field "requiredField", found: { intField: 4 }. @2:34""",
        """Expected value of non-null type "Boolean!" not to be null. @3:70""",
        """Expected value of type "ComplexInput" not to include unknown field "invalidField". Did you mean "intField"? Found: { requiredField: true, invalidField: "value" }. @4:56""",
        """Expected value of type "ComplexInput" not to include unknown field "intFeild". Did you mean "intField"? Found: { requiredField: true, intFeild: 1 }. @5:56""");

    [Fact]
    public void Input_object_given_something_else() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: complexArgField(complexArg: 3)
          b: complexArgField(complexArg: [{requiredField: true}]) } }
        """,
        """Expected value of type "ComplexInput" to be an object, found: 3. @2:34""",
        """Expected value of type "ComplexInput" to be an object, found: [{ requiredField: true }]. @3:34""");

    [Fact]
    public void Nested_input_object() => ValidationAssert.Errors(
        """{ complicatedArgs { complexArgField(complexArg: {requiredField: true, nested: {requiredField: "no", intField: 1.5}}) } }""",
        """Boolean cannot represent a non boolean value: "no" @1:95""",
        "Int cannot represent non-integer value: 1.5 @1:111");

    [Fact]
    public void OneOf() => ValidationAssert.Errors(
        """
        { complicatedArgs {
          a: oneOfArgField(oneOfArg: {stringField: "a"})
          b: oneOfArgField(oneOfArg: {stringField: "a", intField: 1})
          c: oneOfArgField(oneOfArg: {})
          d: oneOfArgField(oneOfArg: {stringField: null})
          e: oneOfArgField(oneOfArg: {nope: 1}) } }
        """,
        """Within OneOf Input Object type "OneOfInput", exactly one field must be specified, and the value for that field must be non-null. @3:30""",
        """Within OneOf Input Object type "OneOfInput", exactly one field must be specified, and the value for that field must be non-null. @4:30""",
        """Within OneOf Input Object type "OneOfInput", exactly one field must be specified, and the value for that field must be non-null. @5:30""",
        """Expected value of type "OneOfInput" not to include unknown field "nope", found: { nope: 1 }. @6:31""",
        """Within OneOf Input Object type "OneOfInput", exactly one field must be specified, and the value for that field must be non-null. @6:30""");

    [Fact]
    public void Directive_arguments() => ValidationAssert.Errors(
        "{ dog @skip(if: 1) @tag(name: 2) { name @include(if: ENUM) } }",
        "Boolean cannot represent a non boolean value: 1 @1:17",
        "String cannot represent a non string value: 2 @1:31",
        "Boolean cannot represent a non boolean value: ENUM @1:54");

    [Fact]
    public void Defaults_of_variables() => ValidationAssert.Errors(
        """
        query ($a: Int = "x", $b: Int! = null, $c: ComplexInput = {requiredField: 123, intField: "abc"}, $d: [String] = [1]) { complicatedArgs {
          a: intArgField(intArg: $a)
          b: nonNullIntArgField(nonNullIntArg: $b)
          c: complexArgField(complexArg: $c)
          d: stringListArgField(stringListArg: $d) } }
        """,
        """Int cannot represent non-integer value: "x" @1:18""",
        """Expected value of non-null type "Int!" not to be null. @1:34""",
        "Boolean cannot represent a non boolean value: 123 @1:75",
        """Int cannot represent non-integer value: "abc" @1:90""",
        "String cannot represent a non string value: 1 @1:114");

    [Fact]
    public void Places_after_characters_of_several_bytes() => ValidationAssert.Errors(
        """
        { dog { # é ü 𝒳
          name(surname: "é") } }
        """,
        """Boolean cannot represent a non boolean value: "é" @2:17""");
}
