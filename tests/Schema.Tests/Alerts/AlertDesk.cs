using System.Text.Json;

namespace R2P.Schema.Tests.Alerts;

/// <summary>What desks do with alerts.</summary>
internal sealed class AlertDesk(NetworkFixture network)
{
    public Personas Personas { get; } = new(network);

    public async Task<string> OfficeAsync(string code) =>
        (await network.DataAsync("observer", "query($code: String!) { office(code: $code) { id } }", new { code }))
            .GetProperty("office").GetProperty("id").GetString()!;

    /// <summary>An alert of the African Union's desk before Kenya's focal point.</summary>
    public async Task<JsonElement> RaiseAsync(string title = "Rumours before the vote", string? country = "KEN", string fields = "id version status")
    {
        var kenya = await OfficeAsync("KEN_FOCAL_POINT");
        return await RaiseAsync("au-desk", Alert(title, country, kenya, new { kind = "NAMED", offices = new[] { kenya } }), fields);
    }

    public Task<JsonElement> RaiseAsync(string persona, object input, string fields = "id version status") =>
        Personas.ActAsync(persona, "raiseAlert", "alert", input, fields);

    /// <summary>An alert in full.</summary>
    public static object Alert(string title, string? country, string? responsible, object? audience) => new
    {
        title,
        country,
        urgency = "URGENT",
        sourceKinds = new[] { "SRC_CIVIL_SOCIETY" },
        reliability = "MIXED",
        corroboration = "PARTIAL",
        confidence = "MODERATE",
        responsible,
        audience,
        dueOn = "2099-01-31",
        information = new[] { new { key = "I1", sourceKind = "SRC_CIVIL_SOCIETY", text = "Traders were threatened." } },
        options = new[] { Option("O1", "TOOL_QUIET_DIPLOMACY"), Option("O2", "TOOL_COMMUNITY_ENGAGEMENT") },
    };

    public static object Option(string key, string tool) => new { key, tool, what = "A visit.", riskOfHarm = "It may be read as taking sides." };

    public Task<JsonElement> AcknowledgeAsync(string persona, JsonElement alert) =>
        Personas.ActAsync(persona, "acknowledgeAlert", "alert", Personas.Step(alert));

    public Task<JsonElement> DecideAsync(string persona, JsonElement alert, object[]? tasks = null, string fields = "id version status") =>
        Personas.ActAsync(persona, "decideAlert", "alert", new
        {
            id = Personas.Id(alert),
            version = alert.GetProperty("version").GetInt32(),
            decision = "ACT",
            reason = "The vote is near.",
            chosenOptions = new[] { "O1" },
            tasks,
        }, fields);
}
