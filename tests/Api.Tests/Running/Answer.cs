using System.Net;
using System.Text;
using System.Text.Json;

namespace R2P.Api.Tests.Running;

/// <summary>What came back over HTTP.</summary>
public sealed record Answer(HttpStatusCode Status, string? ContentType, string Challenge, string Body)
{
    /// <summary>The media type under which the status tells how the request went.</summary>
    public const string MediaType = "application/graphql-response+json";

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The data of an answer that must have no errors.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.False(Json.TryGetProperty("errors", out _), Body);
            return Json.GetProperty("data");
        }
    }

    /// <summary>The one error of an answer.</summary>
    public (string? Code, string? Message) Error
    {
        get
        {
            var error = Assert.Single(Json.GetProperty("errors").EnumerateArray());
            return (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString());
        }
    }
}

/// <summary>GraphQL requests to a service.</summary>
internal static class GraphQLRequests
{
    /// <summary>Posts a body as it is.</summary>
    public static async Task<Answer> PostAsync(this ServiceProcess service, string? token, string body, string? accept = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await service.SendAsync(HttpMethod.Post, "/graphql", token, content, accept);
    }

    /// <summary>What a persona (null: nobody) gets for an operation.</summary>
    public static Task<Answer> AskAsync(this ServiceProcess service, string? persona, string query, object? variables = null) =>
        service.PostAsync(service.TokenOf(persona), JsonSerializer.Serialize(new { query, variables }));

    /// <summary>The payload of a mutation with one input; it must have been executed.</summary>
    public static async Task<JsonElement> ActAsync(this ServiceProcess service, string persona, string act, object input)
    {
        var type = string.Concat(char.ToUpperInvariant(act[0]).ToString(), act.AsSpan(1), "Input");
        var inputType = act is "submitAssessment" or "approveAssessment" ? "AssessmentStepInput" : type;
        var query =
            $"mutation($input: {inputType}!) {{ payload: {act}(input: $input) {{ assessment {{ id version status title }} "
            + "errors { __typename code message path ... on ConflictError { currentVersion } } } }";
        return (await service.AskAsync(persona, query, new { input })).Data.GetProperty("payload");
    }

    /// <summary>The assessment of a mutation's payload that must have succeeded.</summary>
    public static async Task<JsonElement> DoneAsync(this ServiceProcess service, string persona, string act, object input)
    {
        var payload = await service.ActAsync(persona, act, input);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty("assessment");
    }

    /// <summary>The one refusal of a mutation that must not have happened.</summary>
    public static async Task<string> RefusalAsync(this ServiceProcess service, string persona, string act, object input)
    {
        var payload = await service.ActAsync(persona, act, input);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("assessment").ValueKind);
        return Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetRawText();
    }
}
