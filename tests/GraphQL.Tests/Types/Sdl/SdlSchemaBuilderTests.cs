using System.Text.Json;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.Types.Sdl;

/// <summary>§3.2 A schema built from SDL, and what SDL is refused for.</summary>
public sealed class SdlSchemaBuilderTests
{
    [Fact]
    public void Types_refer_to_one_another_in_any_order()
    {
        var schema = Build(
            "type Query { node: Node all: [Node!]! } interface Node { id: ID! } type Person implements Node { id: ID! any: Any } union Any = Person | Query");

        var node = Assert.IsType<InterfaceType>(schema.FindType("Node"));
        var person = Assert.IsType<ObjectType>(schema.FindType("Person"));
        Assert.Same(node, schema.Query.Fields["node"].Type);
        Assert.Equal("[Node!]!", schema.Query.Fields["all"].Type.ToString());
        Assert.Equal([person], schema.PossibleTypes(node));
        Assert.Equal([person, schema.Query], schema.PossibleTypes((UnionType)schema.FindType("Any")!));
    }

    [Fact]
    public void Only_the_built_in_scalars_that_are_referred_to_belong_to_the_schema()
    {
        var schema = Build("type Query { a: ID }");

        Assert.Equal(
            [
                "Query", "ID", "Boolean", "String", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive",
                "__DirectiveLocation",
            ],
            schema.Types.Select(type => type.Name));
        Assert.Same(SpecifiedScalars.Id, schema.Query.Fields["a"].Type);
    }

    [Fact]
    public void Root_types_are_named_by_the_schema_definition_its_extensions_or_by_default()
    {
        var named = Build("schema { query: Q } extend schema { mutation: M } type Q { a: Int } type M { a: Int } type Subscription { a: Int }");
        var byDefault = Build("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }");

        Assert.Equal(("Q", "M", null), (named.Query.Name, named.Mutation?.Name, named.Subscription?.Name));
        Assert.Equal(("Query", "Mutation", "Subscription"), (byDefault.Query.Name, byDefault.Mutation?.Name, byDefault.Subscription?.Name));
    }

    [Fact]
    public void Extensions_are_part_of_their_types()
    {
        var schema = Build(
            """
            type Query { e: E i(x: I): S } extend type Query implements N { n: Int } interface N { n: Int }
            enum E { A } extend enum E { B @deprecated }
            input I { a: Int } extend input I { b: Int = 2 }
            scalar S extend scalar S @specifiedBy(url: "https://s.example/")
            union U = Query extend union U = O type O { a: Int }
            """);

        Assert.Equal(["e", "i", "n"], schema.Query.Fields.Keys);
        Assert.Equal("N", Assert.Single(schema.Query.Interfaces).Name);
        var values = ((EnumType)schema.FindType("E")!).Values;
        Assert.Equal([("A", null), ("B", "No longer supported")], values.Values.Select(value => (value.Name, value.DeprecationReason)));
        Assert.Equal("2", ((IntValueNode)((InputObjectType)schema.FindType("I")!).Fields["b"].DefaultValue!).Value);
        Assert.Equal("https://s.example/", ((ScalarType)schema.FindType("S")!).SpecifiedByUrl);
        Assert.Equal(["Query", "O"], ((UnionType)schema.FindType("U")!).Members.Select(member => member.Name));
    }

    [Fact]
    public void Descriptions_deprecations_and_custom_directives_are_kept()
    {
        var schema = Build(
            """
            directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
            "root" type Query @cost(weight: 1) { "field" a("arg" x: Int @deprecated(reason: "gone")): Int @cost(weight: 5) @deprecated }
            """);

        var field = schema.Query.Fields["a"];
        Assert.Equal(("root", "field", "arg"), (schema.Query.Description, field.Description, field.Arguments["x"].Description));
        Assert.Equal(("No longer supported", "gone"), (field.DeprecationReason, field.Arguments["x"].DeprecationReason));
        Assert.Equal("cost", Assert.Single(schema.Query.AppliedDirectives).Name);
        Assert.Equal("5", ((IntValueNode)Assert.Single(field.AppliedDirectives).Arguments[0].Value).Value);
        Assert.Equal(["cost", "include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Select(directive => directive.Name));
    }

    [Fact]
    public void A_field_is_the_entry_of_its_name_unless_a_resolver_is_given()
    {
        var own = new PropertyResolver(_ => "own");
        var schema = SdlSchemaBuilder.Build(
            Parser.Parse(SourceText.From("type Query { a: Int b: Int }")),
            (type, field) => (type, field) == ("Query", "b") ? own : null);

        var read = Assert.IsType<PropertyResolver>(schema.Query.Fields["a"].Resolver).Get;
        Assert.Equal(7, read(new Dictionary<string, object?> { ["a"] = 7 }));
        Assert.Null(read(new Dictionary<string, object?>()));
        Assert.Same(own, schema.Query.Fields["b"].Resolver);
    }

    [Fact]
    public void Fields_with_arguments_and_of_subscriptions_have_resolvers_of_their_kind()
    {
        var schema = Build("type Query { a(x: Int): Int } type Subscription { s: Int } interface I { a: Int }");

        Assert.IsType<BatchResolver>(schema.Query.Fields["a"].Resolver);
        Assert.IsType<StreamResolver>(schema.Subscription!.Fields["s"].Resolver);
        Assert.Null(((InterfaceType)schema.FindType("I")!).Fields["a"].Resolver);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.5")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("[1,[\"a\",null]]")]
    [InlineData("{\"a\":{\"b\":[1]},\"c\":\"d\"}")]
    public void A_custom_scalar_takes_and_answers_any_value(string json)
    {
        var scalar = (ScalarType)Build("scalar S type Query { s: S }").FindType("S")!;
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            scalar.WriteObject(writer, scalar.ParseJson(document.RootElement));
        }

        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_custom_scalar_takes_any_literal()
    {
        var scalar = (ScalarType)Build("scalar S type Query { s: S }").FindType("S")!;

        var map = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(
            scalar.ParseLiteral(Parser.ParseValue(SourceText.From("{a: [1, 2.5, WORD, null], b: 12345678901}"))));
        Assert.Equal([1, 2.5, "WORD", null], Assert.IsType<object?[]>(map["a"]));
        Assert.Equal(12345678901d, map["b"]);
    }

    [Theory]
    [InlineData("type T { a: Int } type T { b: Int }", "There can be only one type named \"T\".")]
    [InlineData("directive @d on FIELD directive @d on FIELD", "There can be only one directive named \"@d\".")]
    [InlineData("schema { query: Query } schema { mutation: Query }", "Must provide only one schema definition.")]
    [InlineData("schema { query: Query } extend schema { query: Query }", "There can be only one query type in schema.")]
    [InlineData("type T { a: Int a: Int }", "Field \"T.a\" can only be defined once.")]
    [InlineData("input T { a: Int } extend input T { a: Int }", "Field \"T.a\" can only be defined once.")]
    [InlineData("enum E { A } extend enum E { A }", "Enum value \"E.A\" can only be defined once.")]
    [InlineData("type T { a(b: Int, b: Int): Int }", "Argument \"T.a(b:)\" can only be defined once.")]
    [InlineData("directive @d(b: Int, b: Int) on FIELD", "Argument \"@d(b:)\" can only be defined once.")]
    public void Names_are_unique(string sdl, string message) => AssertRefused(sdl, message);

    [Theory]
    [InlineData("type T { a: Strin }", "Unknown type \"Strin\". Did you mean \"String\"?")]
    [InlineData("type Thing { a(b: [Thong!]): Int }", "Unknown type \"Thong\". Did you mean \"Thing\" or \"String\"?")]
    [InlineData("union U = Zxcvbnm", "Unknown type \"Zxcvbnm\".")]
    [InlineData("extend type Quer { a: Int }", "Cannot extend type \"Quer\" because it is not defined. Did you mean \"Query\"?")]
    [InlineData("extend input Query { b: Int }", "Cannot extend non-input object type \"Query\".")]
    [InlineData("union U = E | Query enum E { A }", "Union type U can only include Object types, it cannot include E.")]
    [InlineData("type T implements Query { a: Int }", "Type T must only implement Interface types, it cannot implement Query.")]
    [InlineData("schema { query: E } enum E { A }", "Query root type must be Object type, it cannot be E.")]
    [InlineData("schema { query: Query mutation: E } enum E { A }", "Mutation root type must be Object type if provided, it cannot be E.")]
    [InlineData("schema { mutation: Query }", "Query root type must be provided.")]
    public void Types_are_known_and_of_the_right_kind(string sdl, string message) => AssertRefused(sdl, message);

    [Theory]
    [InlineData("type T @nope { a: Int }", "Unknown directive \"@nope\".")]
    [InlineData("type T @skip(if: true) { a: Int }", "Directive \"@skip\" may not be used on OBJECT.")]
    [InlineData("type T { a: Int @deprecated @deprecated }", "The directive \"@deprecated\" can only be used once at this location.")]
    [InlineData(
        "scalar S @specifiedBy(url: \"a\") extend scalar S @specifiedBy(url: \"b\")", "The directive \"@specifiedBy\" can only be used once at this location.")]
    [InlineData("type T { a: Int @deprecated(reaso: \"x\") }", "Unknown argument \"reaso\" on directive \"@deprecated\". Did you mean \"reason\"?")]
    [InlineData("type T { a: Int @deprecated(reason: \"a\", reason: \"b\") }", "There can be only one argument named \"reason\".")]
    [InlineData("scalar S @specifiedBy", "Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided.")]
    [InlineData(
        "type T { a: Int @deprecated(reason: 1) }", "Argument \"@deprecated(reason:)\" has invalid value: String cannot represent a non string value: 1")]
    [InlineData(
        "type T { a: Int @deprecated(reason: null) }",
        "Argument \"@deprecated(reason:)\" has invalid value: Expected value of non-null type \"String!\" not to be null.")]
    [InlineData("input I { a: I = { b: 1, b: 2 } b: Int }", "There can be only one input field named \"b\".")]
    public void Directives_are_applied_as_defined(string sdl, string message) => AssertRefused(sdl, message);

    [Fact]
    public void A_repeatable_directive_may_be_repeated()
    {
        var schema = Build("directive @tag(name: String!) repeatable on OBJECT type Query @tag(name: \"a\") @tag(name: \"b\") { a: Int }");

        Assert.Equal(["tag", "tag"], schema.Query.AppliedDirectives.Select(directive => directive.Name));
    }

    [Fact]
    public void Every_error_is_listed_with_its_place()
    {
        var errors = Refusal("type Query {\r\n  a: Nope\r  b: Int b: Int\n}");

        Assert.Equal(
            [("Field \"Query.b\" can only be defined once.", "GraphQL request:3:10"), ("Unknown type \"Nope\".", "GraphQL request:2:6")],
            errors.Select(error => (error.Message, error.Origin)));
    }

    [Fact]
    public void A_type_in_a_wrong_place_hides_nothing_else_that_is_wrong()
    {
        var errors = Refusal("enum E { __A } schema { query: Query mutation: E } type Query { a: Int }");

        Assert.Equal(
            [
                ("Mutation root type must be Object type if provided, it cannot be E.", "GraphQL request:1:48"),
                ("Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.", "GraphQL request:1:10"),
            ],
            errors.Select(error => (error.Message, error.Origin)));
    }

    private static GraphQLSchema Build(string sdl) => SdlSchemaBuilder.Build(Parser.Parse(SourceText.From(sdl)));

    private static IReadOnlyList<SchemaError> Refusal(string sdl) => Assert.Throws<SchemaException>(() => Build(sdl)).Errors;

    private static void AssertRefused(string sdl, string message) =>
        Assert.Equal([message], Refusal($"{sdl}\ntype Query {{ a: Int }}").Select(error => error.Message));
}
