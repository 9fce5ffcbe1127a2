using System.Text.Json;

namespace R2P.Schema.Tests;

/// <summary>What personas do with documents, and what they see of them.</summary>
internal sealed class Personas(NetworkFixture network)
{
    public static readonly object ToMembers = new { kind = "MEMBERS" };
    public static readonly object ToAfrica = new { kind = "REGION", organizations = new[] { "AU" } };

    /// <summary>The document that an act answers; it must not be refused.</summary>
    public async Task<JsonElement> ActAsync(string persona, string act, string answer, object input, string fields = "id version status")
    {
        var payload = await MutateAsync(persona, act, answer, input, fields);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(answer);
    }

    /// <summary>The only reason why an act is refused.</summary>
    public async Task<JsonElement> RefusalAsync(string persona, string act, string answer, object input)
    {
        var payload = await MutateAsync(persona, act, answer, input, "id");
        Assert.Equal(JsonValueKind.Null, payload.GetProperty(answer).ValueKind);
        return Assert.Single(payload.GetProperty("errors").EnumerateArray());
    }

    /// <summary>The code of the reason why an act is refused; empty if it is not.</summary>
    public async Task<string> TryAsync(string persona, string act, string answer, object input)
    {
        var payload = await MutateAsync(persona, act, answer, input, "id");
        return payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!).SingleOrDefault("");
    }

    /// <summary>A field of a node as the persona sees it; null if the persona does not see the node.</summary>
    public async Task<JsonElement> SeeAsync(string? persona, string id, string fields) => (await network.DataAsync(
        persona, $"query($id: ID!) {{ node(id: $id) {{ ... on SharedDocument {{ {fields} }} }} }}", new { id })).GetProperty("node");

    public async Task<bool> SeesAsync(string? persona, string id) => (await SeeAsync(persona, id, "id")).ValueKind != JsonValueKind.Null;

    /// <summary>A practice that was published to an audience.</summary>
    public async Task<JsonElement> PublishPracticeAsync(string persona, object audience, string title = "Peace councils")
    {
        var proposed = await ProposeAsync(persona, title);
        var approved = await ActAsync(persona, "approvePractice", "practice", Step(proposed));
        return await ActAsync(persona, "publishPractice", "practice", Step(approved, audience));
    }

    public Task<JsonElement> ProposeAsync(string persona, string title = "Peace councils", string? country = null) =>
        ActAsync(persona, "proposePractice", "practice", Practice(title, country));

    public static object Practice(string title, string? country = null) => new
    {
        title,
        country,
        policyOption = "POL_CONSTITUTIONAL_PROTECTION",
        pillar = "PILLAR_I",
        inhibitor = "SECURITY_SECTOR",
        tools = new[] { "TOOL_COMMUNITY_ENGAGEMENT" },
        whatWasDone = "Councils in every county.",
        source = new { document = "SG_REPORT_2013_SUMMARY", at = "Section IV" },
    };

    public static string Id(JsonElement document) => document.GetProperty("id").GetString()!;

    public static (string? Status, int Version) State(JsonElement document) =>
        (document.GetProperty("status").GetString(), document.GetProperty("version").GetInt32());

    public static object Step(JsonElement document) => new { id = Id(document), version = document.GetProperty("version").GetInt32() };

    public static object Step(JsonElement document, object audience) =>
        new { id = Id(document), version = document.GetProperty("version").GetInt32(), audience };

    private async Task<JsonElement> MutateAsync(string persona, string act, string answer, object input, string fields)
    {
        var inputType = InputTypeOf(act);
        var data = await network.DataAsync(
            persona,
            $"mutation($input: {inputType}!) {{ {act}(input: $input) {{ {answer} {{ {fields} }} errors {{ __typename code message path }} }} }}",
            new { input });
        return data.GetProperty(act);
    }

    private static string InputTypeOf(string act) => act switch
    {
        "approvePractice" or "confirmPractice" => "PracticeStepInput",
        "submitAssessment" or "approveAssessment" => "AssessmentStepInput",
        _ => $"{char.ToUpperInvariant(act[0])}{act[1..]}Input",
    };
}
