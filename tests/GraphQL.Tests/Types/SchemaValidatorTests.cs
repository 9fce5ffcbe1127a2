using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.Types;

/// <summary>§3 Each rule that a schema must keep: what is said, and of which place.</summary>
public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("scalar S interface I { a(b: S): I } type T implements I { a(b: S, c: Int): T! } input P @oneOf { a: Int b: [P!] }")]
    [InlineData("interface A implements B { b: U } interface B { b: U } union U = T type T implements A & B { b: T }")]
    [InlineData("input A { b: B! list: [A!]! } input B { a: A = { b: { a: null }, list: [] } }")]
    public void Valid_schemas_have_no_errors(string sdl) => Assert.Empty(Validate(sdl));

    [Theory]
    [InlineData("type __T { a: Int }", "Name \"__T\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type T { __f: Int }", "Name \"__f\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type T { f(__a: Int): Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("enum E { __V }", "Name \"__V\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("directive @__d on FIELD", "Name \"__d\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type T", "Type T must define one or more fields.")]
    [InlineData("interface T", "Type T must define one or more fields.")]
    [InlineData("union U", "Union type U must define one or more member types.")]
    [InlineData("enum E", "Enum type E must define one or more values.")]
    [InlineData("input I", "Input Object type I must define one or more fields.")]
    [InlineData("union U = Query | Query", "Union type U can only include type Query once.")]
    public void Names_and_empty_types(string sdl, string message) => AssertInvalid(sdl, message);

    [Theory]
    [InlineData("input I { a: Int } type T { f: I }", "The type of T.f must be Output Type but got: I.")]
    [InlineData("type T { f(a: [T!]): Int }", "The type of T.f(a:) must be Input Type but got: [T!].")]
    [InlineData("input I { a: Query }", "The type of I.a must be Input Type but got: Query.")]
    [InlineData("directive @d(a: Query) on FIELD", "The type of @d(a:) must be Input Type but got: Query.")]
    [InlineData("type T { f(a: Int! @deprecated): Int }", "Required argument T.f(a:) cannot be deprecated.")]
    [InlineData("input I { a: Int! @deprecated }", "Required input field I.a cannot be deprecated.")]
    [InlineData("input I @oneOf { a: Int! }", "OneOf input field I.a must be nullable.")]
    [InlineData("input I @oneOf { a: Int = 1 }", "OneOf input field I.a cannot have a default value.")]
    public void Positions_and_modifiers(string sdl, string message) => AssertInvalid(sdl, message);

    [Theory]
    [InlineData("type T implements I", "Interface field I.a expected but T does not provide it.", "Type T must define one or more fields.")]
    [InlineData("type T implements I { a(b: Int): String }", "Interface field I.a expects type Int but T.a is type String.")]
    [InlineData("type T implements I { a: Int }", "Interface field argument I.a(b:) expected but T.a does not provide it.")]
    [InlineData("type T implements I { a(b: Int!): Int }", "Interface field argument I.a(b:) expects type Int but T.a(b:) is type Int!.")]
    [InlineData(
        "type T implements I { a(b: Int, c: Int!): Int }",
        "Argument \"T.a(c:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\".")]
    [InlineData("type T implements I & I { a(b: Int): Int }", "Type T can only implement I once.")]
    [InlineData("interface J implements J { a: Int }", "Type J cannot implement itself because it would create a circular reference.")]
    [InlineData(
        "interface J implements K { a: Int } interface K implements J { a: Int }",
        "Type J cannot implement K because it would create a circular reference.",
        "Type K cannot implement J because it would create a circular reference.")]
    [InlineData(
        "interface J implements I { a(b: Int): Int } type T implements J { a(b: Int): Int }",
        "Type T must implement I because it is implemented by J.")]
    [InlineData(
        "type T implements I { a(b: Int): Int @deprecated }",
        "Interface field I.a is not deprecated, so implementation field T.a must not be deprecated.")]
    public void Interfaces(string sdl, params string[] messages) => AssertInvalid($"interface I {{ a(b: Int): Int }} {sdl}", messages);

    [Theory]
    [InlineData("a: Int = \"x\"", "I.a has invalid default value: Int cannot represent non-integer value: \"x\"")]
    [InlineData("a: Int! = null", "I.a has invalid default value: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("a: [[Int]] = [[1], [2, true]]", "I.a has invalid default value at [1][1]: Int cannot represent non-integer value: true")]
    [InlineData("a: E = RDE", "I.a has invalid default value: Value \"RDE\" does not exist in \"E\" enum. Did you mean the enum value \"RED\"?")]
    [InlineData("a: E = \"RED\"", "I.a has invalid default value: Enum \"E\" cannot represent non-enum value: \"RED\". Did you mean the enum value \"RED\"?")]
    [InlineData("a: R = 1", "I.a has invalid default value: Expected value of type \"R\" to be an object, found: 1.")]
    [InlineData("a: R = { b: 1 }", "I.a has invalid default value: Expected value of type \"R\" to include required field \"abc\", found: { b: 1 }.")]
    [InlineData(
        "a: R = { abc: 1, abd: 2 }",
        "I.a has invalid default value: Expected value of type \"R\" not to include unknown field \"abd\". Did you mean \"abc\" or \"b\"? Found: { abc: 1, abd: 2 }.")]
    [InlineData("a: [R] = { abc: 1, b: 1.5 }", "I.a has invalid default value at .b: Int cannot represent non-integer value: 1.5")]
    [InlineData(
        "a: O = { x: null }",
        "I.a has invalid default value at .x: Within OneOf Input Object type \"O\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData(
        "a: O = {}",
        "I.a has invalid default value: Within OneOf Input Object type \"O\", exactly one field must be specified, and the value for that field must be non-null.")]
    public void Default_values(string field, string message) => AssertInvalid(
        $"input I {{ {field} }} enum E {{ RED }} input R {{ abc: Int! b: Int }} input O @oneOf {{ x: Int y: Int }}", message);

    [Theory]
    [InlineData("input A { a: A! }", "Input Object A cannot be provided a finite value because it references itself through fields: A.a.")]
    [InlineData(
        "input A { b: B! } input B { c: C! } input C { a: A! }",
        "Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.c, C.a.")]
    [InlineData("input A @oneOf { a: A }", "Input Object A cannot be provided a finite value because it references itself through fields: A.a.")]
    [InlineData(
        "input A { a: A = {} }",
        "Invalid circular reference. The default value of Input Object field A.a references itself.")]
    [InlineData(
        "input A { b: B = {} } input B { a: A = {} }",
        "Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.a.")]
    public void Input_objects_without_end(string sdl, string message) => AssertInvalid(sdl, message);

    [Fact]
    public void Root_types_differ() => AssertInvalid(
        "schema { query: Query mutation: Query subscription: Query }",
        "All root types must be different, \"Query\" type is used as query, mutation, and subscription root types.");

    [Fact]
    public void A_schema_from_elsewhere_may_break_what_SDL_can_not()
    {
        var query = new ObjectType("1Query") { Origin = "Queries" };
        query.Fields.Add("a-b", new FieldDefinition("a-b", SpecifiedScalars.Int) { Origin = "Queries.AB" });
        query.Fields.Add("", new FieldDefinition("", SpecifiedScalars.Int));
        var flag = new EnumType("Flag") { Origin = "Flags" };
        flag.Values.Add("true", new EnumValueDefinition("true", true));
        var directive = new DirectiveDefinition("nowhere") { Locations = [], Origin = "Nowhere" };

        var errors = SchemaValidator.Validate(new GraphQLSchema(query, null, null, [query, flag], [directive]));

        Assert.Equal(
            [
                new SchemaError("Directive @nowhere must include 1 or more locations.", "Nowhere"),
                new SchemaError("Names must start with [_a-zA-Z] but \"1Query\" does not.", "Queries"),
                new SchemaError("Names must only contain [_a-zA-Z0-9] but \"a-b\" does not.", "Queries.AB"),
                new SchemaError("Expected name to be a non-empty string.", "Queries"),
                new SchemaError("Enum values cannot be named: true", "Flags"),
            ],
            errors);
    }

    [Fact]
    public void An_error_names_the_place_of_its_cause()
    {
        var error = Assert.Single(Validate("\ninput I {\n  a: Int = true\n}"));

        Assert.Equal("GraphQL request:3:3", error.Origin);
        Assert.Equal("I.a has invalid default value: Int cannot represent non-integer value: true (GraphQL request:3:3)", error.ToString());
    }

    private static void AssertInvalid(string sdl, params string[] messages) =>
        Assert.Equal(messages.Order(StringComparer.Ordinal), Validate(sdl).Select(error => error.Message).Order(StringComparer.Ordinal));

    private static IReadOnlyList<SchemaError> Validate(string sdl) =>
        SchemaValidator.Validate(SdlSchemaBuilder.Build(Parser.Parse(SourceText.From($"{sdl}\ntype Query {{ a: Int }}"))));
}
