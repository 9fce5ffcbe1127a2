using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.1.2, §6.4.1, §3.10, §3.11: what a resolver gets of variables and literals, and what is refused.</summary>
public sealed class InputTests
{
    private const string Sdl = """
        type Query {
          int(v: Int): String
          need(v: Int!): String
          default(v: Int = 5): String
          needDefault(v: Int! = 6): String
          list(v: [Int]): String
          strict(v: [Int!]!): String
          grid(v: [[Int]]): String
          point(v: Point): String
          pick(v: Pick): String
          color(v: Color): String
          many(b: Boolean, a: String = "x", c: [Point!]): String
          any(v: Any, f: Float): String
        }
        input Point { x: Int!, y: Int = 2, tag: String, next: Point, path: [Int!] }
        input Pick @oneOf { a: String, b: Int, p: Point }
        enum Color { RED GREEN }
        scalar Any
        """;

    private static readonly string[] Fields =
        ["int", "need", "default", "needDefault", "list", "strict", "grid", "point", "pick", "color", "many", "any"];

    private static TestEngine Engine => new(Sdl, [.. Fields.Select(name => ($"Query.{name}", (FieldResolver)TestEngine.EchoArguments))]);

    [Theory]
    [InlineData("int", "{}")]
    [InlineData("int(v: 1)", "{v: 1}")]
    [InlineData("int(v: null)", "{v: null}")]
    [InlineData("default", "{v: 5}")]
    [InlineData("default(v: null)", "{v: null}")]
    [InlineData("needDefault", "{v: 6}")]
    [InlineData("list(v: 1)", "{v: [1]}")]
    [InlineData("list(v: [1, null])", "{v: [1, null]}")]
    [InlineData("list(v: null)", "{v: null}")]
    [InlineData("grid(v: 1)", "{v: [[1]]}")]
    [InlineData("grid(v: [1, [2, 3], null])", "{v: [[1], [2, 3], null]}")]
    [InlineData("point(v: {x: 1})", "{v: {x: 1, y: 2}}")]
    [InlineData("point(v: {y: null, x: 1, path: 3})", "{v: {x: 1, y: null, path: [3]}}")]
    [InlineData("point(v: {x: 1, next: {x: 2, tag: \"t\"}})", "{v: {x: 1, y: 2, next: {x: 2, y: 2, tag: 't'}}}")]
    [InlineData("pick(v: {b: 3})", "{v: {b: 3}}")]
    [InlineData("color(v: GREEN)", "{v: 'GREEN'}")]
    [InlineData("many(c: {x: 1}, b: true)", "{b: true, a: 'x', c: [{x: 1, y: 2}]}")]
    public async Task Literals(string field, string arguments) =>
        Assert.Equal($$$"""{"data":{"r":"{{{arguments.Replace("\"", "\\\"", StringComparison.Ordinal)}}}"}}""", await Engine.RunAsync($"{{ r: {field} }}"));

    [Theory]
    [InlineData("$v: Int", "int(v: $v)", "{}", "{}")]
    [InlineData("$v: Int", "int(v: $v)", """{"v":null}""", "{v: null}")]
    [InlineData("$v: Int", "int(v: $v)", """{"v":3}""", "{v: 3}")]
    [InlineData("$v: Int = 4", "int(v: $v)", "{}", "{v: 4}")]
    [InlineData("$v: Int = 4", "int(v: $v)", """{"v":null}""", "{v: null}")]
    [InlineData("$v: Int = null", "default(v: $v)", "{}", "{v: null}")]
    [InlineData("$v: Int", "default(v: $v)", "{}", "{v: 5}")]
    [InlineData("$v: Int", "default(v: $v)", """{"v":null}""", "{v: null}")]
    [InlineData("$v: Int", "needDefault(v: $v)", "{}", "{v: 6}")]
    [InlineData("$v: Int!", "need(v: $v)", """{"v":1.0}""", "{v: 1}")]
    [InlineData("$v: [Int]", "list(v: $v)", """{"v":7}""", "{v: [7]}")]
    [InlineData("$v: [Int]", "list(v: $v)", """{"v":[7,null]}""", "{v: [7, null]}")]
    [InlineData("$v: Int", "list(v: [1, $v])", "{}", "{v: [1, null]}")]
    [InlineData("$v: Int!", "grid(v: [[$v], null])", """{"v":7}""", "{v: [[7], null]}")]
    [InlineData("$v: [[Int]]", "grid(v: $v)", """{"v":[1,[2]]}""", "{v: [[1], [2]]}")]
    [InlineData("$v: Point", "point(v: $v)", """{"v":{"x":1,"next":{"x":2,"y":null}}}""", "{v: {x: 1, y: 2, next: {x: 2, y: null}}}")]
    [InlineData("$v: Int", "point(v: {x: 1, y: $v})", "{}", "{v: {x: 1, y: 2}}")]
    [InlineData("$v: String", "point(v: {x: 1, tag: $v})", """{"v":null}""", "{v: {x: 1, y: 2, tag: null}}")]
    [InlineData("$v: Pick!", "pick(v: $v)", """{"v":{"p":{"x":1}}}""", "{v: {p: {x: 1, y: 2}}}")]
    [InlineData("$v: Int!", "pick(v: {b: $v})", """{"v":8}""", "{v: {b: 8}}")]
    [InlineData("$v: Color", "color(v: $v)", """{"v":"RED"}""", "{v: 'RED'}")]
    [InlineData("$v: Int", "int(v: $v)", """{"v":1,"unused":2}""", "{v: 1}")]
    public async Task Variables(string definition, string field, string variables, string arguments) =>
        Assert.Equal($$$"""{"data":{"r":"{{{arguments}}}"}}""", await Engine.RunAsync($"query({definition}) {{ r: {field} }}", variables));

    [Theory]
    [InlineData("Int!", "{}", "Variable \\\"$v\\\" has invalid value: Expected a value of non-null type \\\"Int!\\\" to be provided.")]
    [InlineData("Int!", """{"v":null}""", "Variable \\\"$v\\\" has invalid value: Expected value of non-null type \\\"Int!\\\" not to be null.")]
    [InlineData("Int", """{"v":"1"}""", "Variable \\\"$v\\\" has invalid value: Int cannot represent non-integer value: \\\"1\\\"")]
    [InlineData("[Int!]", """{"v":[1,null]}""", "Variable \\\"$v\\\" has invalid value at [1]: Expected value of non-null type \\\"Int!\\\" not to be null.")]
    [InlineData("Point", """{"v":3}""", "Variable \\\"$v\\\" has invalid value: Expected value of type \\\"Point\\\" to be an object, found: 3.")]
    [InlineData(
        "Point", """{"v":{}}""", "Variable \\\"$v\\\" has invalid value: Expected value of type \\\"Point\\\" to include required field \\\"x\\\", found: {}.")]
    [InlineData("Point", """{"v":{"x":1,"tagg":2}}""", "Variable \\\"$v\\\" has invalid value: Expected value of type \\\"Point\\\" not to include unknown field \\\"tagg\\\". Did you mean \\\"tag\\\"? Found: { x: 1, tagg: 2 }.")]
    [InlineData(
        "Point",
        """{"v":{"x":1,"next":{"x":1,"path":[1,"a"]}}}""",
        "Variable \\\"$v\\\" has invalid value at .next.path[1]: Int cannot represent non-integer value: \\\"a\\\"")]
    [InlineData("Pick", """{"v":{}}""", "Variable \\\"$v\\\" has invalid value: Within OneOf Input Object type \\\"Pick\\\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("Pick", """{"v":{"a":"x","b":1}}""", "Variable \\\"$v\\\" has invalid value: Within OneOf Input Object type \\\"Pick\\\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("Pick", """{"v":{"a":null}}""", "Variable \\\"$v\\\" has invalid value at .a: Within OneOf Input Object type \\\"Pick\\\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData(
        "Color",
        """{"v":"REDD"}""",
        "Variable \\\"$v\\\" has invalid value: Value \\\"REDD\\\" does not exist in \\\"Color\\\" enum. Did you mean the enum value \\\"RED\\\"?")]
    [InlineData("Color", """{"v":1}""", "Variable \\\"$v\\\" has invalid value: Enum \\\"Color\\\" cannot represent non-string value: 1.")]
    public async Task Refused_variables(string type, string variables, string message)
    {
        var field = type.TrimEnd('!') switch { "Int" => "int", "[Int!]" => "list", "Point" => "point", "Pick" => "pick", _ => "color" };
        Assert.Equal(
            $$$"""{"errors":[{"message":"{{{message}}}","locations":[{"line":1,"column":7}],"extensions":{"code":"BAD_USER_INPUT"}}]}""",
            await Engine.RunAsync($"query($v: {type}) {{ {field}(v: $v) }}", variables));
    }

    [Fact]
    public async Task Every_problem_of_every_variable_is_named_up_to_fifty()
    {
        var answer = await Engine.RunAsync(
            "query($a: [Int], $b: Int!) { list(v: $a) need(v: $b) }", $$"""{"a":[{{string.Join(",", Enumerable.Repeat("true", 60))}}]}""");
        Assert.Equal(51, answer.Split("\"message\"").Length - 1);
        Assert.EndsWith(
            """{"message":"Too many errors processing variables, error limit reached. Execution aborted.","extensions":{"code":"BAD_USER_INPUT"}}]}""",
            answer,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_variable_at_a_required_argument_is_the_fields_error() => Assert.Equal(
        """{"errors":[{"message":"Argument \"Query.need(v:)\" has invalid value: Expected variable \"$v\" provided to non-null type \"Int!\" not to be null.","locations":[{"line":1,"column":38}],"path":["need"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":{"need":null,"int":"{}"}}""",
        await Engine.RunAsync("query($v: Int = 1)      { need(v:    $v) int }", """{"v":null}"""));

    [Fact]
    public async Task Variables_within_a_custom_scalar_are_put_in() => Assert.Equal(
        """{"data":{"any":"{v: [1, 't', [null, 'd', 2.5]]}"}}""",
        await Engine.RunAsync(
            "query($n: Int, $s: String, $u: Int, $d: String = \"d\", $f: Float) { any(v: [$n, $s, [$u, $d, $f]]) }",
            """{"n":1,"s":"t","f":2.5}"""));

    [Fact]
    public async Task Input_nested_too_deep_is_refused()
    {
        var depth = string.Concat(Enumerable.Repeat("""{"x":1,"next":""", 70)) + "null" + new string('}', 70);
        using var json = System.Text.Json.JsonDocument.Parse($$"""{"v":{{depth}}}""", new() { MaxDepth = 200 });
        var request = TestEngine.Request("query($v: Point) { point(v: $v) }");
        var result = await Engine.ExecuteAsync(new GraphQLRequest { Query = request.Query, Variables = json.RootElement });
        Assert.Equal(
            """{"errors":[{"message":"Input is nested deeper than 64 levels.","locations":[{"line":1,"column":7}],"extensions":{"code":"DEPTH_LIMIT_EXCEEDED","limit":64}}]}""",
            TestEngine.Text(result));
    }
}
