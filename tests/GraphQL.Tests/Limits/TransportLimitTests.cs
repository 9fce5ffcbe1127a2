using System.Text.Json;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Data;
using R2P.GraphQL.Tests.AspNetCore;
using R2P.GraphQL.Tests.AspNetCore.Sockets;

namespace R2P.GraphQL.Tests.Limits;

/// <summary>Every limit holds on every transport, with the same code: there is one pipeline behind them.</summary>
public sealed class TransportLimitTests
{
    private const string Events = "text/event-stream";

    [Theory]
    [InlineData("TOKEN_LIMIT_EXCEEDED", "{ a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o }")]
    [InlineData("DEPTH_LIMIT_EXCEEDED", "{ self { self { self { self { self { self { name } } } } } } }")]
    [InlineData("FIELD_LIMIT_EXCEEDED", "{ self { ...F self { ...F } } } fragment F on Person { name ages self { name } }")]
    [InlineData("ALIAS_LIMIT_EXCEEDED", "{ a: name b: name c: name d: name }")]
    [InlineData("DIRECTIVE_LIMIT_EXCEEDED", "{ name @skip(if: false) @include(if: true) @deprecated @oneOf }")]
    [InlineData("LIST_SIZE_LIMIT_EXCEEDED", "{ total(of: [1, 2, 3, 4, 5]) }")]
    [InlineData("LIST_SIZE_LIMIT_EXCEEDED", "query($of: [Int!]!) { total(of: $of) }", "{\"of\":[1,2,3,4,5]}")]
    [InlineData("VARIABLE_LIMIT_EXCEEDED", "query($of: [Int!]!) { total(of: $of) }", "{\"of\":[1,2,3,4],\"b\":[1,2,3,4]}")]
    [InlineData("COST_LIMIT_EXCEEDED", "{ self { all { all { name } } } }")]
    [InlineData("COST_LIMIT_EXCEEDED", "query($n: Int!) { some(first: $n) { name } }", "{\"n\":32}")]
    [InlineData("VALIDATION_LIMIT_EXCEEDED", "{ n1 n2 n3 n4 n5 }")]
    [InlineData("INTROSPECTION_NOT_ALLOWED", "{ __schema { types { name } } }")]
    public async Task A_limit_holds_on_every_transport(string code, string query, string variables = "{}")
    {
        await using var server = await StartAsync();
        using var socket = await SocketClient.InitializeAsync(server);
        var body = $$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""";
        var url = $"?query={Uri.EscapeDataString(query)}&variables={Uri.EscapeDataString(variables)}";

        var posted = await server.PostAsync(body, accept: "application/graphql-response+json");
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{body}}}""");

        Assert.Equal((400, code), (posted.Status, CodeOf(posted.Body)));
        Assert.Equal(posted.Body, (await server.GetAsync(url, "application/graphql-response+json")).Body);
        Assert.Equal(
            $"event: next\ndata: {posted.Body}\n\nevent: complete\ndata: \n\n", (await server.PostAsync(body, accept: Events)).Body.TrimStart(':', '\n'));
        Assert.Equal($"event: next\ndata: {posted.Body}\n\nevent: complete\ndata: \n\n", (await server.GetAsync(url, Events)).Body.TrimStart(':', '\n'));
        Assert.Equal(
            $$"""{"id":"1","type":"error","payload":{{JsonElement.Parse(posted.Body).GetProperty("errors").GetRawText()}}}""",
            await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("report", """{"data":{"name":"n"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""")]
    [InlineData("validate", """{"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""")]
    public async Task The_cost_is_told_on_every_transport(string mode, string expected)
    {
        await using var server = await StartAsync();
        using var socket = await SocketClient.InitializeAsync(server);
        var body = $$$"""{"query":"{ name }","extensions":{"cost":"{{{mode}}}"}}""";

        var byHeader = await server.PostAsync("""{"query":"{ name }"}""", adjust: request => request.Headers.Add("GraphQL-Cost", mode));
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{body}}}""");

        Assert.Equal((200, expected), (byHeader.Status, byHeader.Body));
        Assert.Equal(expected, (await server.PostAsync(body)).Body);
        Assert.Contains($"data: {expected}\n", (await server.PostAsync(body, accept: Events)).Body, StringComparison.Ordinal);
        Assert.Equal($$"""{"id":"1","type":"next","payload":{{expected}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_header_that_asks_for_something_else_is_refused()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""{"query":"{ name }"}""", adjust: request => request.Headers.Add("GraphQL-Cost", "please"));

        Assert.Equal(
            (400, """{"errors":[{"message":"Header GraphQL-Cost must be \"report\" or \"validate\", not \"please\".","extensions":{"code":"BAD_REQUEST"}}]}"""),
            (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(IntrospectionPolicy.SignedIn, null, 401, "INTROSPECTION_NOT_ALLOWED")]
    [InlineData(IntrospectionPolicy.SignedIn, "Ama", 200, null)]
    [InlineData(IntrospectionPolicy.Nobody, "Ama", 403, "INTROSPECTION_NOT_ALLOWED")]
    [InlineData(IntrospectionPolicy.Everyone, null, 200, null)]
    public async Task The_schema_as_text_is_shown_to(IntrospectionPolicy policy, string? user, int status, string? code)
    {
        await using var server = await StartAsync(options => options.Introspection = policy);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }

        var answer = await server.SendAsync(request);

        Assert.Equal((status, code), (answer.Status, status == 200 ? null : CodeOf(answer.Body)));
    }

    [Theory]
    [InlineData(10, "query($n: Int) { some(first: $n) { name } }", "{\"n\":10}")]
    [InlineData(20, "{ some { name } }", "{}")]
    [InlineData(30, "{ some(first: 2000) { name } }", "{}")]
    [InlineData(30, "{ some(last: 30) { name } }", "{}")]
    public async Task A_page_costs_what_it_can_hold(int items, string query, string variables)
    {
        await using var server = await StartAsync();
        query = query.Replace("{ name }", "{ nodes { name } }", StringComparison.Ordinal).Replace("some", "paged", StringComparison.Ordinal);

        var answer = await server.PostAsync(
            $$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""",
            adjust: request => request.Headers.Add("GraphQL-Cost", "validate"));

        Assert.Equal($$$$"""{"extensions":{"operationCost":{"fieldCost":2,"typeCost":{{{{items + 2}}}}}}}""", answer.Body);
    }

    private static string? CodeOf(string body) =>
        JsonElement.Parse(body).GetProperty("errors").EnumerateArray().Last().GetProperty("extensions").GetProperty("code").GetString();

    private static Task<TestServer> StartAsync(Action<GraphQLOptions>? configure = null) => TestServer.StartAsync(services => services
        .AddGraphQL(graphql => graphql.AddType(typeof(People)).Configure(options =>
        {
            options.MaxTokens = 40;
            options.MaxDepth = 6;
            options.MaxFields = 9;
            options.MaxAliases = 3;
            options.MaxDirectives = 3;
            options.MaxListItems = 4;
            options.MaxVariableValues = 8;
            options.MaxTypeCost = 32;
            options.MaxValidationErrors = 4;
            options.Introspection = IntrospectionPolicy.Nobody;
            configure?.Invoke(options);
        })));

    [QueryType]
    public static class People
    {
        public static string Name() => "n";

        public static int[] Ages() => [];

        public static int Total(int[] of) => of.Sum();

        public static Person Self() => new();

        [ListSize(SlicingArguments = ["first"])]
        public static Person[] Some(int first = 3) => new Person[first];

        [UsePaging(MaxPageSize = 30)]
        public static Connection<Person> Paged(PagingArguments paging) => throw new InvalidOperationException(paging.ToString());
    }

    public sealed class Person
    {
        public string Name { get; } = "p";

        public int[] Ages { get; } = [];

        public Person Self => this;

        [ListSize(AssumedSize = 10)]
        public Person[] All { get; } = [];
    }
}
