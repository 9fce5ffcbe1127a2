using System.Net;
using System.Text.Json;

namespace R2P.Api.Tests.BadInput;

/// <summary>Requests that never run: each has an error of its own, the status of GraphQL over HTTP, and changes nothing.</summary>
public sealed class BadRequestTests(SharedService shared)
{
    private const string Draft = "mutation($input: DraftAssessmentInput!) { draftAssessment(input: $input) { errors { code } } }";

    public static TheoryData<string, string, HttpStatusCode, string, string> Requests => new()
    {
        { "broken JSON", """{"query": "{ viewer { displayName } }""", HttpStatusCode.BadRequest, "BAD_REQUEST", "The request is not valid JSON (line 1, byte 38)." },
        { "empty body", "", HttpStatusCode.BadRequest, "BAD_REQUEST", """The request has no body: send a JSON object with "query".""" },
        { "no query", "{}", HttpStatusCode.BadRequest, "BAD_REQUEST", """Parameter "query" is missing.""" },
        { "too large", $$"""{"query": "{ viewer { displayName } } #{{new string('x', 1024 * 1024)}}"}""", HttpStatusCode.RequestEntityTooLarge, "REQUEST_SIZE_LIMIT_EXCEEDED", "The request is larger than 1048576 bytes." },
        { "syntax error", Request("{ viewer { displayName }\n  viewer("), HttpStatusCode.BadRequest, "SYNTAX_ERROR", "Syntax Error: Expected Name, found <EOF>." },
        { "unknown field", Request("{ lesons { totalCount } }"), HttpStatusCode.BadRequest, "VALIDATION_FAILED", """Cannot query field "lesons" on type "Query". Did you mean "lessons"?""" },
        { "wrong variable type", Request("query($n: Int) { assessments(first: $n) { totalCount } }", new { n = "many" }), HttpStatusCode.BadRequest, "BAD_USER_INPUT", "Variable \"$n\" has invalid value: Int cannot represent non-integer value: \"many\"" },
        { "missing required input", Request(Draft, new { input = new { summary = "No title" } }), HttpStatusCode.BadRequest, "BAD_USER_INPUT", """Variable "$input" has invalid value: Expected value of type "DraftAssessmentInput" to include required field "title", found: { summary: "No title" }.""" },
        { "variable not given", Request(Draft), HttpStatusCode.BadRequest, "BAD_USER_INPUT", """Variable "$input" has invalid value: Expected a value of non-null type "DraftAssessmentInput!" to be provided.""" },
        { "unknown operation", """{"query": "query A { viewer { displayName } }", "operationName": "B"}""", HttpStatusCode.BadRequest, "OPERATION_NOT_FOUND", """Unknown operation named "B".""" },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_request_is_told_what_is_wrong_and_changes_nothing(
        string what, string body, HttpStatusCode status, string code, string message)
    {
        var before = await shared.Process.DocumentsOfAsync("ghana");

        var answer = await shared.Process.PostAsync(shared.Process.TokenOf("ghana"), body);

        Assert.Equal((what, status, code), (what, answer.Status, answer.Error.Code));
        Assert.Equal(message, answer.Error.Message);
        Assert.Equal("application/graphql-response+json; charset=utf-8", answer.ContentType);
        Assert.False(answer.Json.TryGetProperty("data", out _), answer.Body);
        Assert.Equal(before, await shared.Process.DocumentsOfAsync("ghana"));
    }

    [Fact]
    public async Task A_syntax_error_names_line_and_column()
    {
        var answer = await shared.Process.AskAsync("ghana", "{ viewer { displayName }\n  viewer(");

        var error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal("""[{"line":2,"column":10}]""", error.GetProperty("locations").GetRawText());
    }

    [Fact]
    public async Task Legacy_clients_get_status_200_for_an_invalid_operation_and_the_same_error()
    {
        var answer = await shared.Process.PostAsync(
            shared.Process.TokenOf("ghana"), Request("{ assesments { totalCount } }"), accept: "application/json");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal("VALIDATION_FAILED", answer.Error.Code);
    }

    private static string Request(string query, object? variables = null) => JsonSerializer.Serialize(new { query, variables });
}

/// <summary>What a persona can see, to tell whether anything has changed.</summary>
internal static class VisibleDocuments
{
    /// <summary>Every assessment that a persona sees, with its version and status.</summary>
    public static async Task<string> DocumentsOfAsync(this ServiceProcess service, string persona) =>
        (await service.AskAsync(persona, "{ assessments(first: 100) { totalCount nodes { id version status } } }")).Data.GetRawText();
}
