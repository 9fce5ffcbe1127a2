using System.Text.Json;
using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Tests.Recommendations;

/// <summary>What personas do with recommendations.</summary>
internal sealed class FollowUpDesk(NetworkFixture network)
{
    private const string Fields = "id version status";

    public static readonly object ToState = new { kind = "NATIONAL" };
    public static readonly object ToMembers = new { kind = "MEMBERS" };

    public static string Office(string code) => new NodeId("Office", ReferenceId.Office(code)).ToString();

    /// <summary>The payload of an act, whatever it came to.</summary>
    public async Task<JsonElement> TryAsync(string persona, string act, object input, string answer) => (await network.DataAsync(
        persona,
        $"mutation($input: {char.ToUpperInvariant(act[0])}{act[1..]}Input!) {{ {act}(input: $input) {{ {answer} errors {{ __typename code message path }} }} }}",
        new { input })).GetProperty(act);

    /// <summary>The answer of an act that must not be refused.</summary>
    public async Task<JsonElement> ActAsync(string persona, string act, object input, string answer = $"recommendation {{ {Fields} }}")
    {
        var payload = await TryAsync(persona, act, input, answer);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(answer[..answer.IndexOf(' ', StringComparison.Ordinal)]);
    }

    /// <summary>Why an act is refused, one line for each reason: <c>CODE path: message</c>.</summary>
    public async Task<string[]> RefusalAsync(string persona, string act, object input) =>
    [
        .. (await TryAsync(persona, act, input, "clientMutationId")).GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("code").GetString()} {Path(error)}: {error.GetProperty("message").GetString()}"),
    ];

    public Task<JsonElement> RecordAsync(string persona, object? audience = null, string text = "Keep elections calm.", string? country = null) =>
        ActAsync(persona, "recordRecommendation", new { mechanism = "UPR", text, country, symbol = "A/HRC/44/9", paragraph = "142.7", audience });

    /// <summary>A node as a persona sees it; a null if they do not.</summary>
    public async Task<JsonElement> SeeAsync(string? persona, string id, string fields) =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ {fields} }} }}", new { id })).GetProperty("node");

    public async Task<bool> SeesAsync(string? persona, string id) => (await SeeAsync(persona, id, "id")).ValueKind != JsonValueKind.Null;

    /// <summary>What a persona's inbox holds for a reason: the subject, and the office that it needs.</summary>
    public async Task<IReadOnlyList<(string Subject, string Office)>> InboxAsync(string persona, string reason)
    {
        var data = await network.DataAsync(
            persona, $"{{ inbox {{ items(first: 200, reasons: [{reason}]) {{ subjectId office {{ code }} }} }} }}");
        return
        [
            .. data.GetProperty("inbox").GetProperty("items").EnumerateArray().Select(item =>
                (item.GetProperty("subjectId").GetString()!, item.GetProperty("office").GetProperty("code").GetString()!)),
        ];
    }

    public static string Id(JsonElement document) => document.GetProperty("id").GetString()!;

    private static string Path(JsonElement error) => error.GetProperty("path") is { ValueKind: JsonValueKind.Array } path
        ? string.Join('.', path.EnumerateArray().Select(step => step.GetString()))
        : "-";
}
