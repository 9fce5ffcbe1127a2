using R2P.GraphQL.Execution;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Limits;

/// <summary>IBM cost specification §5: the examples of the specification, and what merging, abstract types and variables add.</summary>
public sealed class CostTests
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

        """;

    private const string Shop = Directives + """
        directive @approx(tolerance: Float! @cost(weight: "-1.0")) on FIELD
        scalar Heavy @cost(weight: "4")
        enum Approximate { YES }
        input Filter { approx: Approximate @cost(weight: "-12.0") text: String and: [Filter!] }
        type User { name: String age: Int @cost(weight: "2.0") friends(first: Int): [User!] @listSize(slicingArguments: ["first"], assumedSize: 3, requireOneSlicingArgument: false) heavy: Heavy }
        type Product @cost(weight: "3") { id: ID seller: User }
        type FilmEdge { node: User }
        type FilmConnection { edges: [FilmEdge] nodes: [User] count: Int }
        interface Animal { keeper: User food: String }
        type Cat implements Animal { keeper: User @cost(weight: "7") food: String mice: [Product!]! @listSize(assumedSize: 2) }
        type Dog implements Animal @cost(weight: "5") { keeper: User food: String bones: [User!]! @listSize(assumedSize: 4) }
        union Pet = Cat | Dog
        type Query {
          users(max: Int): [User] @listSize(slicingArguments: ["max"])
          topProducts(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10)
          mostPopular(approx: Approximate @cost(weight: "-3.0")): Product @cost(weight: "5.0")
          cheap(approx: Approximate @cost(weight: "-30.0")): Product @cost(weight: "5.0")
          films(first: Int, last: Int): FilmConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)
          animal: Animal
          pets: [Pet!]! @listSize(assumedSize: 2)
          anyList: [User]
          matrix: [[User]]
          user: User
        }
        """;

    [Theory]
    [InlineData("{ __typename }", 1, 0)]
    [InlineData("{ users(max: 5) { age } }", 6, 11)]
    [InlineData("{ users(max: 0) { age } }", 1, 1)]
    [InlineData("{ topProducts }", 1, 5)]
    [InlineData("{ topProducts(filter: {}) }", 1, 20)]
    [InlineData("{ topProducts(filter: { approx: YES }) }", 1, 8)]
    [InlineData("{ topProducts(filter: { and: [{ approx: YES }, { text: \"a\" }] }) }", 1, 9)]
    [InlineData("{ mostPopular { id } }", 4, 5)]
    [InlineData("{ mostPopular(approx: YES) { id } }", 4, 2)]
    [InlineData("{ mostPopular(approx: YES) @approx(tolerance: 1) { id } }", 4, 1)]
    [InlineData("{ cheap(approx: YES) { seller { name } } }", 5, 1)]
    [InlineData("{ user { heavy } }", 6, 1)]
    [InlineData("{ user { friends { friends(first: 2) { name } } } }", 11, 5)]
    [InlineData("{ films(first: 2) { edges { node { age } } } }", 6, 8)]
    [InlineData("{ films(first: 2, last: 4) { edges { node { age } } } }", 10, 14)]
    [InlineData("{ films(first: 2) { nodes { age } } }", 12, 22)]
    [InlineData("{ anyList { name } }", 11, 1)]
    [InlineData("{ matrix { name } }", 101, 1)]
    public async Task An_operation_costs(string query, double type, double field) => Assert.Equal((type, field), await CostOf(query));

    [Theory]
    [InlineData("{ animal { keeper { name } } }", 7, 8)]
    [InlineData("{ animal { ... on Cat { mice { id } } ... on Dog { bones { age } } } }", 12, 10)]
    [InlineData("{ animal { ... on Dog { bones { name } food } keeper { name } } }", 11, 9)]
    [InlineData("{ pets { ... on Animal { ... on Cat { keeper { name } } ... on Dog { keeper { name } } } } }", 13, 15)]
    public async Task An_abstract_type_costs_as_its_costliest_object(string query, double type, double field) =>
        Assert.Equal((type, field), await CostOf(query));

    [Theory]
    [InlineData("{ user { name } user { age } }", 2, 3)]
    [InlineData("{ user { ...F } user { ...F age } ...on Query { user { age } } } fragment F on User { friends { name } }", 5, 4)]
    [InlineData("{ a: user { name } b: user { name } }", 3, 2)]
    [InlineData("{ user { name } ... @skip(if: true) { users(max: 9) { name } } }", 2, 1)]
    public async Task Fields_that_merge_cost_once(string query, double type, double field) => Assert.Equal((type, field), await CostOf(query));

    [Theory]
    [InlineData("query($n: Int) { users(max: $n) { age } }", """{"n":7}""", 8, 15)]
    [InlineData("query($n: Int = 3) { users(max: $n) { age } }", "{}", 4, 7)]
    [InlineData("query($n: Int) { films(first: $n) { edges { node { age } } } }", """{"n":2}""", 6, 8)]
    [InlineData("query($n: Int) { user { friends(first: $n) { age } } }", """{"n":null}""", 5, 8)]
    [InlineData("query($n: Int) { user { friends(first: $n) { age } } }", "{}", 5, 8)]
    [InlineData("query($f: Filter) { topProducts(filter: $f) }", """{"f":{"and":[{"approx":"YES"},{"text":"a"}]}}""", 1, 9)]
    [InlineData("query($f: Filter) { topProducts(filter: $f) }", "{}", 1, 5)]
    [InlineData("query($f: Approximate) { topProducts(filter: { approx: $f }) }", """{"f":"YES"}""", 1, 8)]
    [InlineData("query($f: [Filter!]) { topProducts(filter: { and: $f }) }", """{"f":[{"and":[]}]}""", 1, 22)]
    [InlineData("query($yes: Boolean!) { user { name } ... @include(if: $yes) { users(max: 9) { name } } }", """{"yes":true}""", 11, 2)]
    public async Task Variables_count_by_their_values(string query, string variables, double type, double field) =>
        Assert.Equal((type, field), await CostOf(query, variables));

    [Theory]
    [InlineData("{ users { name } }", 0)]
    [InlineData("query($n: Int) { users(max: $n) { name } }", 0)]
    public async Task A_list_that_must_be_sliced_is_refused_without(string query, int given)
    {
        var answer = await new TestEngine(Shop).RunAsync(query);

        Assert.StartsWith(
            $$"""{"errors":[{"message":"Field \"users\" needs exactly one of the arguments \"max\", but {{given}} are given.","locations":[{"line":1,""",
            answer,
            StringComparison.Ordinal);
        Assert.EndsWith("""],"extensions":{"code":"VALIDATION_FAILED"}}]}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_costs_too_much_is_refused_with_both_figures()
    {
        var engine = new TestEngine(TestEngine.SchemaOf(Shop), new GraphQLOptions { MaxTypeCost = 10 });

        Assert.Equal(
            """{"errors":[{"message":"The operation has a type cost of 11; 10 is allowed.","locations":[{"line":2,"column":1}],"extensions":{"code":"COST_LIMIT_EXCEEDED","limit":10,"actual":11}}]}""",
            await engine.RunAsync("\nquery($n: Int!) { users(max: $n) { name } }", """{"n":10}"""));
        Assert.StartsWith("""{"data":""", await engine.RunAsync("query($n: Int!) { users(max: $n) { name } }", """{"n":9}"""), StringComparison.Ordinal);

        engine = new TestEngine(TestEngine.SchemaOf(Shop), new GraphQLOptions { MaxFieldCost = 10 });
        Assert.Equal(
            """{"errors":[{"message":"The operation has a field cost of 11; 10 is allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"COST_LIMIT_EXCEEDED","limit":10,"actual":11}}]}""",
            await engine.RunAsync("{ users(max: 5) { age } }"));
    }

    [Fact]
    public async Task Figures_beyond_all_measure_stay_finite()
    {
        var query = "{ users(max: 2147483647) { " + string.Concat(Enumerable.Repeat("friends(first: 2147483647) { ", 40))
            + "heavy" + new string('}', 40) + "} }";

        Assert.Contains("has a type cost of 1000000000000000;", await new TestEngine(Shop).RunAsync(query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cost_stands_beside_the_data_on_request()
    {
        var request = TestEngine.Request("{ user { age } }", data: """{"user":{"age":"x"}}""");
        var result = await new TestEngine(Shop).ExecuteAsync(
            new GraphQLRequest { Query = request.Query, InitialValue = request.InitialValue, Cost = CostReport.Report });

        var answer = TestEngine.Text(result);
        Assert.StartsWith("""{"errors":[""", answer, StringComparison.Ordinal);
        Assert.EndsWith("""],"data":{"user":{"age":null}},"extensions":{"operationCost":{"fieldCost":3,"typeCost":2}}}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_introspection_query_of_graphql_js_costs_less_than_may_be()
    {
        var (type, field) = await CostOf(GraphiQLQuery);

        Assert.InRange(type, 1_000, 20_000);
        Assert.InRange(field, 1_000, 20_000);
    }

    private const string GraphiQLQuery = """
        query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
          types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    private static async Task<(double Type, double Field)> CostOf(string query, string? variables = null)
    {
        var engine = new TestEngine(TestEngine.SchemaOf(Shop), new GraphQLOptions { MaxTypeCost = int.MaxValue, MaxFieldCost = int.MaxValue });
        var request = TestEngine.Request(query, variables);
        var result = await engine.ExecuteAsync(
            new GraphQLRequest { Query = request.Query, Variables = request.Variables, Cost = CostReport.Validate });
        var answer = TestEngine.Text(result);
        Assert.StartsWith("""{"extensions":{"operationCost":""", answer, StringComparison.Ordinal);
        var cost = System.Text.Json.JsonElement.Parse(answer).GetProperty("extensions").GetProperty("operationCost");
        return (cost.GetProperty("typeCost").GetDouble(), cost.GetProperty("fieldCost").GetDouble());
    }
}
