using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Limits;

/// <summary>What a document and its variables may hold: each limit at its edge, and one beyond.</summary>
public sealed class DocumentLimitTests
{
    private const string Sdl = """
        directive @note(n: Int) repeatable on FIELD | QUERY | VARIABLE_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION
        input Box { items: [Int] boxes: [Box] }
        scalar Any
        type Query { a(list: [Int], lists: [[Int]], box: Box, any: Any): String me: Query }
        """;

    [Theory]
    [InlineData("{ b: a c: a d: a }", null)]
    [InlineData("{ b: a c: a d: a\n e: a f: a }", """{"message":"The document has 5 aliases; 3 are allowed.","locations":[{"line":2,"column":2}],"extensions":{"code":"ALIAS_LIMIT_EXCEEDED","limit":3,"actual":5}}""")]
    [InlineData("query A { ...F me { b: a } } fragment F on Query { c: a ... { d: a e: a } }", """{"message":"The document has 4 aliases; 3 are allowed.","locations":[{"line":1,"column":68}],"extensions":{"code":"ALIAS_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    public Task Aliases(string query, string? error) => AssertAsync(new GraphQLOptions { MaxAliases = 3 }, query, null, error);

    [Theory]
    [InlineData("{ a @note @note @note }", null)]
    [InlineData("query @note { a @note ... @note { me { a @note } } }", """{"message":"The document has 4 directives; 3 are allowed.","locations":[{"line":1,"column":42}],"extensions":{"code":"DIRECTIVE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    [InlineData("query($v: Int @note) { a(list: [$v]) ...F @note } fragment F on Query @note { me @note @unknown { a } }", """{"message":"The document has 5 directives; 3 are allowed.","locations":[{"line":1,"column":82}],"extensions":{"code":"DIRECTIVE_LIMIT_EXCEEDED","limit":3,"actual":5}}""")]
    public Task Directives(string query, string? error) => AssertAsync(new GraphQLOptions { MaxDirectives = 3 }, query, null, error);

    [Theory]
    [InlineData("{ a @note @note me @note @note { a } }", null)]
    [InlineData("{ a @note @note @note }", """{"message":"One place of the document has 3 directives; 2 are allowed.","locations":[{"line":1,"column":17}],"extensions":{"code":"DIRECTIVE_LIMIT_EXCEEDED","limit":2,"actual":3}}""")]
    public Task Directives_at_one_place(string query, string? error) =>
        AssertAsync(new GraphQLOptions { MaxDirectivesPerLocation = 2 }, query, null, error);

    [Theory]
    [InlineData("{ a(list: [1, 2, 3]) }", null)]
    [InlineData("{ a(list: [1, 2, 3, 4]) }", """{"message":"A list has 4 items; 3 are allowed.","locations":[{"line":1,"column":11}],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    [InlineData("{ a(lists: [[], [1, 2, 3, 4]]) }", """{"message":"A list has 4 items; 3 are allowed.","locations":[{"line":1,"column":17}],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    [InlineData("query($v: [Int] = [1, 2, 3, 4]) { a(list: $v) }", """{"message":"A list has 4 items; 3 are allowed.","locations":[{"line":1,"column":19}],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    [InlineData("{ a(any: {b: [1, 2, 3, 4]}) @note(n: 1) }", """{"message":"A list has 4 items; 3 are allowed.","locations":[{"line":1,"column":14}],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    public Task Lists_in_a_document(string query, string? error) => AssertAsync(new GraphQLOptions { MaxListItems = 3 }, query, null, error);

    [Theory]
    [InlineData("""{"box":{"items":[1,2,3]}}""", null)]
    [InlineData("""{"box":{"boxes":[{"items":[1,2,3,4]}]}}""", """{"message":"Variable \"$box\" holds a list of 4 items; 3 are allowed.","locations":[{"line":1,"column":7}],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    [InlineData("""{"unknown":[1,2,3,4]}""", """{"message":"Variable \"$unknown\" holds a list of 4 items; 3 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"LIST_SIZE_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    public Task Lists_in_variables(string variables, string? error) =>
        AssertAsync(new GraphQLOptions { MaxListItems = 3 }, "query($box: Box) { a(box: $box) }", variables, error);

    [Theory]
    [InlineData("""{"box":{"items":[1,2,3]}}""", null)]
    [InlineData("""{"box":{"items":[1,2,3]},"unknown":0}""", """{"message":"The variables hold 6 values; 5 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"VARIABLE_LIMIT_EXCEEDED","limit":5,"actual":6}}""")]
    [InlineData("""{"box":{"boxes":[{},{},{}], "boxes":[{},{}]}}""", """{"message":"The variables hold 8 values; 5 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"VARIABLE_LIMIT_EXCEEDED","limit":5,"actual":8}}""")]
    public Task Values_in_variables(string variables, string? error) =>
        AssertAsync(new GraphQLOptions { MaxVariableValues = 5 }, "query($box: Box) { a(box: $box) }", variables, error);

    [Theory]
    [InlineData("{ a me { a } }", null)]
    [InlineData("{ a me { a } ...F } fragment F on Query { a }", """{"message":"The operation selects 4 fields with its fragments spread; 3 are allowed.","locations":[{"line":1,"column":1}],"extensions":{"code":"FIELD_LIMIT_EXCEEDED","limit":3,"actual":4}}""")]
    public Task Fields(string query, string? error) => AssertAsync(new GraphQLOptions { MaxFields = 3 }, query, null, error);

    private static async Task AssertAsync(GraphQLOptions options, string query, string? variables, string? error)
    {
        var answer = await new TestEngine(TestEngine.SchemaOf(Sdl), options).RunAsync(query, variables);

        Assert.Equal(error is null ? null : $$"""{"errors":[{{error}}]}""", error is null ? Errors(answer) : answer);
    }

    private static string? Errors(string answer) => answer.StartsWith("""{"data":""", StringComparison.Ordinal) ? null : answer;
}
