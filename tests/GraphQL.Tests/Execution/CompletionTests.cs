using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.4.3: lists, abstract types, leaves.</summary>
public sealed class CompletionTests
{
    private const string Sdl = """
        type Query { pets: [Pet], things: [[Thing]], grid: [[Int]], deep: [[[String!]!]], color: Color, colors: [Color!], list: [String], one: Solo, n: Int, f: Float, id: ID }
        interface Pet { name: String, friends: [Pet] }
        interface Barker { barks: Boolean }
        type Dog implements Pet & Barker { name: String, friends: [Pet], barks: Boolean }
        type Cat implements Pet { name: String, friends: [Pet], meows: Boolean, lives: Int }
        union Thing = Dog | Cat | Stone
        type Stone { weight: Float }
        union Solo = Stone
        enum Color { RED GREEN }
        """;

    private static Task<string> RunAsync(string query, string data) => new TestEngine(Sdl).RunAsync(query, data: data);

    [Fact]
    public async Task Objects_of_several_types_mixed_in_a_list_keep_their_order() => Assert.Equal(
        """{"data":{"pets":[{"__typename":"Cat","name":"Tom","lives":9},null,{"__typename":"Dog","barks":true,"name":"Rex"},{"__typename":"Cat","name":"Kit","lives":null},{"__typename":"Dog","barks":false,"name":"Old"}]}}""",
        await RunAsync(
            "{ pets { __typename ... on Barker { barks } name ...C } } fragment C on Cat { lives }",
            """{"pets":[{"__typename":"Cat","name":"Tom","lives":9},null,{"__typename":"Dog","name":"Rex","barks":true},{"__typename":"Cat","name":"Kit"},{"__typename":"Dog","name":"Old","barks":false}]}"""));

    [Fact]
    public async Task Nested_lists_of_a_union_with_nulls_at_each_level() => Assert.Equal(
        """{"data":{"things":[[{"weight":1.5},{"name":"Rex"}],null,[],[null,{"lives":7}]]}}""",
        await RunAsync(
            "{ things { ... on Stone { weight } ... on Dog { name } ... on Cat { lives } } }",
            """{"things":[[{"__typename":"Stone","weight":1.5},{"__typename":"Dog","name":"Rex"}],null,[],[null,{"__typename":"Cat","lives":7}]]}"""));

    [Fact]
    public async Task Abstract_lists_below_abstract_lists() => Assert.Equal(
        """{"data":{"pets":[{"friends":[{"meows":true},{"barks":true}]},{"friends":[]},{"friends":null},{"friends":[{"barks":false}]}]}}""",
        await RunAsync(
            "{ pets { friends { ... on Dog { barks } ... on Cat { meows } } } }",
            """
            {"pets":[
                {"__typename":"Dog","friends":[{"__typename":"Cat","meows":true},{"__typename":"Dog","barks":true}]},
                {"__typename":"Cat","friends":[]},
                {"__typename":"Dog","friends":null},
                {"__typename":"Cat","friends":[{"__typename":"Dog","barks":false}]}]}
            """));

    [Theory]
    [InlineData("[[1,2],[],null,[3,null]]")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[null,null]")]
    public async Task Lists_of_lists_of_leaves(string grid) =>
        Assert.Equal($$$"""{"data":{"grid":{{{grid}}}}}""", await RunAsync("{ grid }", $$"""{"grid":{{grid}}}"""));

    [Fact]
    public async Task Leaves_are_coerced() => Assert.Equal(
        """{"data":{"n":7,"f":1,"id":"12","color":"GREEN","colors":["RED","GREEN"],"list":["a",null,"3"]}}""",
        await RunAsync("{ n f id color colors list }", """{"n":"7","f":1,"id":12,"color":"GREEN","colors":["RED","GREEN"],"list":["a",null,3]}"""));

    [Fact]
    public async Task The_only_possible_type_needs_no_name() =>
        Assert.Equal("""{"data":{"one":{"weight":2}}}""", await RunAsync("{ one { ... on Stone { weight } } }", """{"one":{"weight":2}}"""));

    [Fact]
    public async Task An_object_of_no_possible_type_is_an_error() => Assert.Equal(
        """{"errors":[{"message":"Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pets\".","locations":[{"line":1,"column":3}],"path":["pets",1],"extensions":{"code":"INTERNAL"}}],"data":{"pets":[{"name":"Rex"},null]}}""",
        await RunAsync("{ pets { name } }", """{"pets":[{"__typename":"Dog","name":"Rex"},{"__typename":"Stone"}]}"""));

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("12")]
    [InlineData("{\"a\":1}")]
    public async Task What_is_no_list_is_refused(string value) => Assert.Equal(
        """{"errors":[{"message":"Expected Iterable, but did not find one for field \"Query.list\".","locations":[{"line":1,"column":3}],"path":["list"],"extensions":{"code":"INTERNAL"}}],"data":{"list":null}}""",
        await RunAsync("{ list }", $$"""{"list":{{value}}}"""));

    [Fact]
    public async Task Every_kind_of_sequence_is_a_list()
    {
        var results = new Queue<object>(
            [new List<int> { 1, 2 }, new[] { 3 }, Enumerable.Range(4, 2), new Queue<object?>([6, null]), new HashSet<object?> { 7 }]);
        var engine = new TestEngine("type Query { list: [Int] }", ("Query.list", TestEngine.Each((_, _) => results.Dequeue())));
        foreach (var expected in new[] { "[1,2]", "[3]", "[4,5]", "[6,null]", "[7]" })
        {
            Assert.Equal($$$"""{"data":{"list":{{{expected}}}}}""", await engine.RunAsync("{ list }"));
        }
    }

    [Fact]
    public async Task A_lazy_list_that_throws_is_the_fields_error()
    {
        var engine = new TestEngine("type Query { list: [Int] }", ("Query.list", TestEngine.Each((_, _) => Broken())));
        var answer = await engine.RunAsync("{ list }");
        Assert.StartsWith("""{"errors":[{"message":"The field could not be answered.","locations":[{"line":1,"column":3}],"path":["list"],"extensions":{"code":"INTERNAL","correlationId":""", answer, StringComparison.Ordinal);
        Assert.EndsWith("""}}],"data":{"list":null}}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_is_of_the_type_of_its_class_or_of_the_nearest_base_that_has_one()
    {
        var schema = TestEngine.SchemaOf(
            "type Query { all: [Shape] } interface Shape { n: String } type Circle implements Shape { n: String } type Box implements Shape { n: String }",
            ("Query.all", new PropertyResolver(_ => new object[] { new Box(), new Circle(), new BigBox(), new object() })),
            ("Circle.n", new PropertyResolver(_ => "circle")),
            ("Box.n", new LeafResolver((_, writer) => writer.WriteStringValue("box"), _ => "box")));
        ((ObjectType)schema.FindType("Circle")!).ClrType = typeof(Circle);
        ((ObjectType)schema.FindType("Box")!).ClrType = typeof(Box);
        Assert.Equal(
            """{"errors":[{"message":"Abstract type \"Shape\" must resolve to an Object type at runtime for field \"Query.all\".","locations":[{"line":1,"column":3}],"path":["all",3],"extensions":{"code":"INTERNAL"}}],"data":{"all":[{"n":"box"},{"n":"circle"},{"n":"box"},null]}}""",
            await new TestEngine(schema).RunAsync("{ all { n } }"));
    }

    private static IEnumerable<int> Broken()
    {
        yield return 1;
        throw new InvalidOperationException("secret");
    }

    private sealed class Circle;

    private class Box;

    private sealed class BigBox : Box;
}
