using System.Security.Claims;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>§6.1: which operation runs, and what refuses a request before anything runs.</summary>
public sealed class RequestTests
{
    private const string Sdl = """
        type Query { a: Int, secret: Int, boss: Int, item: Item, items: [Item] }
        type Mutation { m: Int }
        interface Item { id: Int, hidden: Int }
        type Open implements Item { id: Int, hidden: Int }
        type Closed implements Item { id: Int, hidden: Int }
        """;

    [Theory]
    [InlineData("{ a }", null, """{"data":{"a":1}}""")]
    [InlineData("query X { a } query Y { b: a }", "Y", """{"data":{"b":1}}""")]
    [InlineData(
        "query X { a } query Y { b: a }",
        null,
        """{"errors":[{"message":"Must provide operation name if query contains multiple operations.","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""")]
    [InlineData(
        "query X { a } query Y { b: a }", "Z", """{"errors":[{"message":"Unknown operation named \"Z\".","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""")]
    [InlineData("{ a }", "", """{"errors":[{"message":"Unknown operation named \"\".","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""")]
    [InlineData(
        "fragment F on Query { a }",
        null,
        """{"errors":[{"message":"Fragment \"F\" is never used.","locations":[{"line":1,"column":1}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    [InlineData("{ a } { b: a }", null, """{"errors":[{"message":"This anonymous operation must be the only defined operation.","locations":[{"line":1,"column":1}],"extensions":{"code":"VALIDATION_FAILED"}},{"message":"This anonymous operation must be the only defined operation.","locations":[{"line":1,"column":7}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    [InlineData(
        "{ a",
        null,
        """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":4}],"extensions":{"code":"SYNTAX_ERROR"}}]}""")]
    [InlineData("{ b }", null, """{"errors":[{"message":"Cannot query field \"b\" on type \"Query\". Did you mean \"a\"?","locations":[{"line":1,"column":3}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    public async Task The_operation_to_run(string query, string? name, string response) =>
        Assert.Equal(response, await new TestEngine(Sdl).RunAsync(query, data: """{"a":1}""", operationName: name));

    [Fact]
    public async Task A_transport_may_not_allow_the_kind()
    {
        var request = new GraphQLRequest { Query = "mutation { m }"u8.ToArray(), AllowedOperations = new HashSet<OperationKind> { OperationKind.Query } };
        Assert.Equal(
            """{"errors":[{"message":"A mutation can't be executed over this transport.","locations":[{"line":1,"column":1}],"extensions":{"code":"OPERATION_NOT_ALLOWED"}}]}""",
            TestEngine.Text(await new TestEngine(Sdl).ExecuteAsync(request)));
    }

    [Theory]
    [InlineData("{ secret }", "Query.secret", 3)]
    [InlineData("{ a ...F } fragment F on Query { boss }", "Query.boss", 34)]
    [InlineData("{ item { id ... on Closed { hidden } } }", "Closed.hidden", 29)]
    [InlineData("{ item { id hidden } }", "Closed.hidden", 13)]
    [InlineData("{ items { ... on Item { hidden } } }", "Closed.hidden", 25)]
    public async Task A_stranger_may_not_select_what_needs_a_caller(string query, string field, int column) => Assert.Equal(
        $$$"""{"errors":[{"message":"The field \"{{{field}}}\" needs a signed-in caller.","locations":[{"line":1,"column":{{{column}}}}],"extensions":{"code":"UNAUTHENTICATED"}}]}""",
        await Guarded().RunAsync(query));

    [Theory]
    [InlineData("{ a }")]
    [InlineData("{ item { id ... on Open { hidden } } }")]
    [InlineData("{ a secret @skip(if: true) }")]
    public async Task A_stranger_may_select_the_rest(string query) =>
        Assert.StartsWith("""{"data":""", await Guarded().RunAsync(query), StringComparison.Ordinal);

    [Fact]
    public async Task A_condition_that_is_null_opens_nothing() => Assert.Equal(
        """{"errors":[{"message":"The field \"Query.secret\" needs a signed-in caller.","locations":[{"line":1,"column":68}],"extensions":{"code":"UNAUTHENTICATED"}}]}""",
        await Guarded().RunAsync("query($b: Boolean = true) { item { ... on Open @skip(if: $b) {id}} secret }", """{"b":null}"""));

    [Theory]
    [InlineData(ClaimTypes.Role, "chief", true)]
    [InlineData("role", "boss", true)]
    [InlineData("role", "clerk", false)]
    public async Task A_role_opens_a_field(string claim, string role, bool open)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(claim, role)], "test"));
        Assert.Equal(
            open
                ? """{"data":{"boss":null,"secret":null}}"""
                : """{"errors":[{"message":"The caller's roles do not allow the field \"Query.boss\".","locations":[{"line":1,"column":3}],"extensions":{"code":"FORBIDDEN"}}]}""",
            await Guarded().RunAsync("{ boss secret }", user: user));
    }

    [Fact]
    public async Task Fields_are_counted_with_their_fragments_spread()
    {
        var fanOut = "{ ...F0 } " + string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ... on Query {{ ...F{i + 1} }} }} ")) + "fragment F40 on Query { a }";
        var engine = new TestEngine(TestEngine.SchemaOf(Sdl), new GraphQLOptions { MaxDepth = 200 });
        Assert.Equal(
            """{"errors":[{"message":"The operation selects 2147483647 or more fields with its fragments spread; 5000 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"FIELD_LIMIT_EXCEEDED","limit":5000,"actual":2147483647}}]}""",
            await engine.RunAsync(fanOut));
    }

    [Fact]
    public async Task Depth_is_counted_with_fragments_spread()
    {
        var chain = "{ ...F0 } " + string.Concat(Enumerable.Range(0, 70).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "))
            + "fragment F70 on Query { a }";
        var answer = await new TestEngine(Sdl).RunAsync(chain);
        Assert.StartsWith(
            """{"errors":[{"message":"The operation is nested deeper than 64 levels with its fragments spread.","locations":[{"line":1,"column":""",
            answer,
            StringComparison.Ordinal);
        Assert.EndsWith("""],"extensions":{"code":"DEPTH_LIMIT_EXCEEDED","limit":64}}]}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introspection_is_answered_like_any_field() => Assert.Equal(
        """{"data":{"__type":{"name":"Item","kind":"INTERFACE","possibleTypes":[{"name":"Open"},{"name":"Closed"}]},"__schema":{"queryType":{"name":"Query"}}}}""",
        await new TestEngine(Sdl).RunAsync("""{ __type(name: "Item") { name kind possibleTypes { name } } __schema { queryType { name } } }"""));

    private static TestEngine Guarded()
    {
        var schema = TestEngine.SchemaOf(Sdl);
        Guard(schema.Query, "secret", []);
        Guard(schema.Query, "boss", ["boss", "chief"]);
        Guard((ObjectType)schema.FindType("Closed")!, "hidden", []);
        return new TestEngine(schema);
    }

    private static void Guard(ObjectType type, string field, string[] roles)
    {
        var open = type.Fields[field];
        type.Fields[field] = new FieldDefinition(field, open.Type) { Resolver = open.Resolver, Authorization = new AuthorizationRequirement(roles) };
    }
}
