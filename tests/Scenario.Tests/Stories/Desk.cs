using System.Text.Json;

namespace R2P.Scenario.Tests.Stories;

/// <summary>What desks do in many stories.</summary>
internal static class Desk
{
    private const string State = "{ id version status }";

    public static object[] Ratings(string finding = "Calm, with disputes over land.") =>
        [new { factor = "RF_03", finding, trend = "STABLE", confidence = "MODERATE" }];

    public static object[] Inhibitors(string finding = "Oversight works.") =>
        [new { inhibitor = "SECURITY_SECTOR", finding, trend = "IMPROVING", confidence = "HIGH" }];

    public static async Task<JsonElement> DraftAsync(this Network network, string persona, string title, object? content = null) =>
        await network.ActAsync(
            persona, "draftAssessment", content ?? new { title, ratings = Ratings(), inhibitors = Inhibitors() }, $"assessment {State}");

    public static async Task<JsonElement> PublishAsync(this Network network, string persona, JsonElement draft, object audience)
    {
        var submitted = await network.StepAsync(persona, "submitAssessment", draft);
        var approved = await network.StepAsync(persona, "approveAssessment", submitted);
        return await network.ActAsync(
            persona, "publishAssessment", new { id = approved.Id(), version = approved.Version(), audience }, $"assessment {State}");
    }

    public static Task<JsonElement> StepAsync(this Network network, string persona, string act, JsonElement assessment) =>
        network.ActAsync(persona, act, new { id = assessment.Id(), version = assessment.Version() }, $"assessment {State}", "AssessmentStepInput");

    public static Task<JsonElement> ReviseAsync(this Network network, string persona, object input) =>
        network.ActAsync(persona, "reviseAssessment", input, $"assessment {State}");

    public static async Task<JsonElement> PublishPracticeAsync(this Network network, string persona, object practice, object audience)
    {
        var proposed = await network.ActAsync(persona, "proposePractice", practice, $"practice {State}");
        var approved = await network.ActAsync(
            persona, "approvePractice", new { id = proposed.Id(), version = proposed.Version() }, $"practice {State}", "PracticeStepInput");
        return await network.ActAsync(
            persona, "publishPractice", new { id = approved.Id(), version = approved.Version(), audience }, $"practice {State}");
    }

    /// <summary>What waits for somebody, for a reason or for any: the ids of what it is about.</summary>
    public static async Task<IReadOnlyList<string?>> InboxAsync(this Network network, string persona, string? reason = null)
    {
        var data = await network.DataAsync(
            persona,
            "query($reasons: [InboxReason!]) { inbox { items(first: 200, reasons: $reasons) { subjectId } } }",
            new { reasons = reason is null ? null : new[] { reason } });
        return [.. data.GetProperty("inbox").GetProperty("items").EnumerateArray().Select(item => item.Text("subjectId"))];
    }

    public static async Task<JsonElement> NodeAsync(this Network network, string? persona, string id, string fields) =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ id {fields} }} }}", new { id })).GetProperty("node");

    public static IEnumerable<JsonElement> Nodes(this JsonElement data, string list) =>
        data.GetProperty(list).GetProperty("nodes").EnumerateArray();

    public static string? Text(this JsonElement node, string field) => node.GetProperty(field).GetString();
}
