using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.4.4: an error makes the nearest nullable position null, and answers once.</summary>
public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { node: Node, must: Node!, list: [Node!], lists: [[Node!]!], strict: [Node!]!, leaves: [String!], a: String, b: String! }
        type Node { name: String!, text: String, next: Node, must: Node!, items: [Node!]!, soft: [Node], n: Int! }
        """;

    private static Task<string> RunAsync(string query, string data) => new TestEngine(Sdl).RunAsync(query, data: data);

    private static string NonNull(string field, int line, int column, string path) =>
        $$$"""{"message":"Cannot return null for non-nullable field {{{field}}}.","locations":[{"line":{{{line}}},"column":{{{column}}}}],"path":{{{path}}},"extensions":{"code":"NON_NULL_VIOLATION"}}""";

    private static string Response(string data, params string[] errors) => $$"""{"errors":[{{string.Join(",", errors)}}],"data":{{data}}}""";

    [Fact]
    public async Task To_the_nullable_parent() => Assert.Equal(
        Response("""{"node":null,"a":"x"}""", NonNull("Node.name", 1, 10, """["node","name"]""")),
        await RunAsync("{ node { name } a }", """{"node":{"name":null},"a":"x"}"""));

    [Fact]
    public async Task Through_non_null_parents_to_the_root() => Assert.Equal(
        Response("null", NonNull("Node.name", 1, 17, """["must","must","name"]""")),
        await RunAsync("{ must { must { name } } a }", """{"must":{"must":{"name":null}},"a":"x"}"""));

    [Fact]
    public async Task An_item_that_may_not_be_null_takes_its_list_along() => Assert.Equal(
        Response("""{"list":null,"a":"x"}""", NonNull("Query.list", 1, 3, """["list",1]""")),
        await RunAsync("{ list { text } a }", """{"list":[{},null,{}],"a":"x"}"""));

    [Fact]
    public async Task An_inner_list_takes_the_outer_along() => Assert.Equal(
        Response("""{"lists":null}""", NonNull("Node.name", 1, 11, """["lists",1,0,"name"]""")),
        await RunAsync("{ lists { name } }", """{"lists":[[{"name":"a"}],[{"name":null}],[]]}"""));

    [Fact]
    public async Task A_strict_list_below_an_item_nulls_only_that_item() => Assert.Equal(
        Response(
            """{"node":{"soft":[{"items":[]},null,{"items":[{"name":"c"}]}]}}""",
            NonNull("Node.name", 1, 25, """["node","soft",1,"items",1,"name"]""")),
        await RunAsync(
            "{ node { soft { items { name } } } }",
            """{"node":{"soft":[{"items":[]},{"items":[{"name":"a"},{"name":null},{"name":"b"}]},{"items":[{"name":"c"}]}]}}"""));

    [Fact]
    public async Task Two_errors_below_one_nulled_position_answer_once() => Assert.Equal(
        Response("""{"node":null,"list":null}""", NonNull("Node.name", 1, 10, """["node","name"]"""), NonNull("Node.n", 1, 32, """["list",0,"n"]""")),
        await RunAsync("{ node { name n } list { text  n } }", """{"node":{},"list":[{},{"name":"x"}]}"""));

    [Fact]
    public async Task An_error_found_before_its_parent_was_nulled_stays() => Assert.Equal(
        Response(
            """{"node":null}""",
            NonNull("Node.name", 1, 17, """["node","next","name"]"""),
            NonNull("Node.n", 1, 24, """["node","n"]""")),
        await RunAsync("{ node { next { name } n } }", """{"node":{"next":{}}}"""));

    [Fact]
    public async Task A_null_in_a_list_of_required_leaves() => Assert.Equal(
        Response("""{"leaves":null}""", NonNull("Query.leaves", 1, 3, """["leaves",1]""")),
        await RunAsync("{ leaves }", """{"leaves":["a",null]}"""));

    [Fact]
    public async Task Merged_fields_are_all_places_of_the_error() => Assert.Equal(
        """{"errors":[{"message":"Cannot return null for non-nullable field Node.name.","locations":[{"line":1,"column":10},{"line":2,"column":8}],"path":["node","name"],"extensions":{"code":"NON_NULL_VIOLATION"}}],"data":{"node":null}}""",
        await RunAsync("{ node { name }\nnode { name } }", """{"node":{}}"""));

    [Theory]
    [InlineData("String", """{"items":[{"leaf":"ok"},{"leaf":null},{"leaf":"ok"}]}""")]
    [InlineData("String!", """{"items":[{"leaf":"ok"},null,{"leaf":"ok"}]}""")]
    public async Task A_leaf_that_throws_while_it_is_written(string type, string data)
    {
        var engine = LeafEngine(type, (parent, writer) =>
        {
            if (parent is 1)
            {
                throw new GraphQLException("No leaf here.", ErrorCodes.BadUserInput);
            }

            writer.WriteStringValue("ok");
        });
        Assert.Equal(
            Response(
                data, """{"message":"No leaf here.","locations":[{"line":1,"column":11}],"path":["items",1,"leaf"],"extensions":{"code":"BAD_USER_INPUT"}}"""),
            await engine.RunAsync("{ items { leaf } }"));
    }

    [Fact]
    public async Task A_required_leaf_that_writes_null()
    {
        var engine = LeafEngine("String!", (parent, writer) => writer.WriteStringValue(parent is 2 ? null : "null"));
        Assert.Equal(
            Response("""{"items":[{"leaf":"null"},{"leaf":"null"},null]}""", NonNull("Item.leaf", 1, 11, """["items",2,"leaf"]""")),
            await engine.RunAsync("{ items { leaf } }"));
    }

    [Fact]
    public async Task A_required_leaf_that_writes_null_beside_an_error_of_a_resolver()
    {
        var engine = new TestEngine(
            "type Query { bad: String, items: [Item] } type Item { leaf: String! }",
            ("Query.bad", TestEngine.Each((_, _) => throw new GraphQLException("No.", "NO"))),
            ("Query.items", new PropertyResolver(_ => new[] { 0, 1 })),
            ("Item.leaf", new LeafResolver((parent, writer) => writer.WriteStringValue(parent is 1 ? null : "x"), _ => null)));
        Assert.Equal(
            Response(
                """{"items":[{"leaf":"x"},null],"bad":null}""",
                NonNull("Item.leaf", 1, 11, """["items",1,"leaf"]"""),
                """{"message":"No.","locations":[{"line":1,"column":18}],"path":["bad"],"extensions":{"code":"NO"}}"""),
            await engine.RunAsync("{ items { leaf } bad }"));
    }

    [Fact]
    public async Task A_value_that_its_scalar_refuses()
    {
        var answer = await new TestEngine("type Query { n: [Int], e: E } enum E { A }").RunAsync("{ n e }", data: """{"n":[1,"x",3.5,4],"e":"B"}""");
        Assert.Equal(
            Response(
                """{"n":[1,null,null,4],"e":null}""",
                Refused("Int cannot represent non-integer value: \\\"x\\\"", 3, """["n",1]"""),
                Refused("Int cannot represent non-integer value: 3.5", 3, """["n",2]"""),
                Refused("Enum \\\"E\\\" cannot represent value: \\\"B\\\"", 5, """["e"]""")),
            System.Text.RegularExpressions.Regex.Replace(answer, "\"correlationId\":\"[0-9a-f]{32}\"", "\"correlationId\":\"*\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static string Refused(string message, int column, string path) =>
        $$$"""{"message":"{{{message}}}","locations":[{"line":1,"column":{{{column}}}}],"path":{{{path}}},"extensions":{"code":"INTERNAL","correlationId":"*"}}""";

    private static TestEngine LeafEngine(string type, LeafWriter write) => new(
        $"type Query {{ items: [Item] }} type Item {{ leaf: {type} }}",
        ("Query.items", new PropertyResolver(_ => new[] { 0, 1, 2 })),
        ("Item.leaf", new LeafResolver(write, _ => null)));
}
