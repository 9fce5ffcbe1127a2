using System.Text.Json;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Alerts;

public sealed class AlertWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly AlertDesk _desk = new(network);

    private Personas Personas => _desk.Personas;

    [Theory]
    [InlineData("au-desk", true)]
    [InlineData("kenya", true)]
    [InlineData("kenya-contributor", false)]
    [InlineData("ghana", false)]
    [InlineData("secretariat", false)]
    [InlineData("civil-society-kenya", false)]
    [InlineData("auditor", false)]
    [InlineData("admin", false)]
    [InlineData(null, false)]
    public async Task An_alert_is_there_for_those_with_whom_it_is_shared_and_for_nobody_else(string? persona, bool sees)
    {
        var alert = await _desk.AcknowledgeAsync("kenya", await _desk.RaiseAsync($"Walled for {persona}"));
        await AnalyseAsync("kenya", alert, "It is worse.");

        var data = await network.DataAsync(persona, """
            query($id: ID!, $title: String!) {
              node(id: $id) { id ... on Alert { analyses { totalCount } revisions { totalCount } events { nodes { type } } } }
              alerts(where: { title: { eq: $title } }) { totalCount nodes { id } }
              then: alerts(asOf: "2099-01-01T00:00:00Z", where: { title: { eq: $title } }) { totalCount }
            }
            """, new { id = Personas.Id(alert), title = $"Walled for {persona}" });

        var count = sees ? 1 : 0;
        Assert.Equal(sees, data.GetProperty("node").ValueKind != JsonValueKind.Null);
        Assert.Equal(count, data.GetProperty("alerts").GetProperty("totalCount").GetInt32());
        Assert.Equal(count, data.GetProperty("then").GetProperty("totalCount").GetInt32());
        if (sees)
        {
            Assert.Equal(
                """{"analyses":{"totalCount":1},"revisions":{"totalCount":1},"events":{"nodes":[{"type":"ALERT_ANALYZED"},{"type":"ALERT_ACKNOWLEDGED"},{"type":"ALERT_RAISED"}]}}""",
                data.GetProperty("node").GetRawText().Replace($"\"id\":\"{Personas.Id(alert)}\",", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Whoever_does_not_read_an_alert_writes_nothing_to_it()
    {
        var alert = await _desk.RaiseAsync();

        var analysis = await Personas.RefusalAsync("ghana", "addAlertAnalysis", "alert", Analysis(alert, "Me too"));
        var contribution = await Personas.RefusalAsync(
            "ghana", "contributeToAlert", "alert", new { alert = Personas.Id(alert), step = "RESPONSE_3_ACT_EARLY", text = "A visit" });

        Assert.Equal("NOT_FOUND", analysis.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", contribution.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_sealed_analysis_names_its_author_to_nobody_but_the_author()
    {
        var alert = await _desk.RaiseAsync("au-desk", AlertDesk.Alert("Sealed dissent", "KEN", null, new { kind = "NAMED", states = new[] { "KEN" } }));
        await AnalyseAsync("kenya", alert, "Signed view.", restsOn: ["I1"]);
        await AnalyseAsync("kenya-contributor", alert, "It is worse than it reads.", isSealed: true);

        const string analyses = "... on Alert { analyses { nodes { signature sealed dissents isYours restsOn office { code } } } events(first: 1) { nodes { type by { code } } } }";
        string Seen(bool signed, bool own) =>
            $$$"""[{"signature":"Office of the R2P Focal Point of Kenya (sample)","sealed":false,"dissents":true,"isYours":{{{(signed ? "true" : "false")}}},"restsOn":["I1"],"office":{"code":"KEN_FOCAL_POINT"}},{"signature":"An analyst who is not named","sealed":true,"dissents":true,"isYours":{{{(own ? "true" : "false")}}},"restsOn":[],"office":null}]""";
        foreach (var (persona, signed, own) in new[] { ("au-desk", false, false), ("kenya", true, false), ("kenya-contributor", false, true) })
        {
            var seen = await Personas.SeeAsync(persona, Personas.Id(alert), analyses);
            Assert.Equal(Seen(signed, own), seen.GetProperty("analyses").GetProperty("nodes").GetRawText());
            Assert.Equal("""{"nodes":[{"type":"ALERT_ANALYZED","by":null}]}""", seen.GetProperty("events").GetRawText());
        }
    }

    [Fact]
    public async Task A_seal_that_would_hide_nobody_is_refused()
    {
        var alert = await _desk.RaiseAsync();

        var error = await Personas.RefusalAsync("kenya", "addAlertAnalysis", "alert", Analysis(alert, "Alone", isSealed: true));

        Assert.Equal("Only 2 people read the alert: a seal would not hide you. Sign, or let it be shared first.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_withdrawn_alert_takes_what_was_written_to_it_along()
    {
        var alert = await _desk.RaiseAsync();
        await AnalyseAsync("kenya", alert, "It is worse.");

        await Personas.ActAsync("au-desk", "withdrawDocument", "document", new { id = Personas.Id(alert), version = 1, reason = "It was false." });

        Assert.False(await Personas.SeesAsync("kenya", Personas.Id(alert)));
        Assert.Equal(
            """{"analyses":{"totalCount":1}}""",
            (await Personas.SeeAsync("au-desk", Personas.Id(alert), "... on Alert { analyses { totalCount } }")).GetRawText());
        Assert.Equal(0, await CountAnalysesAsync("kenya", alert));
    }

    [Fact]
    public async Task A_summary_goes_where_the_full_text_does_not()
    {
        var kenya = await _desk.OfficeAsync("KEN_FOCAL_POINT");
        var full = await _desk.RaiseAsync("au-desk", AlertDesk.Alert("In full", "KEN", null, null));
        var summary = await _desk.RaiseAsync("au-desk", new
        {
            title = "In short", country = "KEN", urgency = "SOON", sourceKinds = new[] { "SRC_CIVIL_SOCIETY" }, reliability = "UNKNOWN",
            corroboration = "PARTIAL",
            confidence = "LOW", summaryOf = Personas.Id(full), audience = new { kind = "NAMED", offices = new[] { kenya } },
        });

        const string fuller = "... on Alert { summaryOf { title } }";
        Assert.Equal("""{"summaryOf":null}""", (await Personas.SeeAsync("kenya", Personas.Id(summary), fuller)).GetRawText());
        Assert.Equal("""{"summaryOf":{"title":"In full"}}""", (await Personas.SeeAsync("au-desk", Personas.Id(summary), fuller)).GetRawText());
        Assert.False(await Personas.SeesAsync("kenya", Personas.Id(full)));
        Assert.Equal(
            "NOT_FOUND",
            (await Personas.RefusalAsync("kenya", "raiseAlert", "alert", new
            {
                title = "Not mine", urgency = "SOON", sourceKinds = new[] { "SRC_NATIONAL" }, reliability = "UNKNOWN", corroboration = "PARTIAL",
                confidence = "LOW", summaryOf = Personas.Id(summary),
            })).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_alert_waits_in_the_inbox_of_whoever_decides_and_if_that_is_late_of_whoever_warned()
    {
        var alert = await _desk.RaiseAsync();
        Assert.True(NodeId.TryParse(Personas.Id(alert), out var id));

        Assert.Equal(["ALERT_TO_ACKNOWLEDGE"], await Waiting.ForAsync(network, "kenya", id.Id));
        await AlertAge.PassDueDayAsync(network, alert);
        Assert.Equal(["ALERT_OVERDUE", "ALERT_TO_ACKNOWLEDGE"], await Waiting.ForAsync(network, "kenya", id.Id));
        await _desk.AcknowledgeAsync("kenya", await Personas.SeeAsync("kenya", Personas.Id(alert), "id version"));
        Assert.Equal(["ALERT_OVERDUE", "ALERT_TO_DECIDE"], await Waiting.ForAsync(network, "kenya", id.Id));
        Assert.Equal(["ALERT_OVERDUE"], await Waiting.ForAsync(network, "au-desk", id.Id));
        foreach (var persona in new[] { "kenya-contributor", "ghana" })
        {
            Assert.Empty(await Waiting.ForAsync(network, persona, id.Id));
        }
    }

    private async Task<int> CountAnalysesAsync(string persona, JsonElement alert) => (await network.DataAsync(
        persona,
        "query($id: ID!) { nodes(ids: [$id]) { ... on Alert { analyses { totalCount } } } }",
        new { id = Personas.Id(alert) })).GetProperty("nodes").EnumerateArray().Count(node => node.ValueKind != JsonValueKind.Null);

    private Task<JsonElement> AnalyseAsync(string persona, JsonElement alert, string text, bool isSealed = false, string[]? restsOn = null) =>
        Personas.ActAsync(persona, "addAlertAnalysis", "alert", Analysis(alert, text, isSealed, restsOn));

    private static object Analysis(JsonElement alert, string text, bool isSealed = false, string[]? restsOn = null) =>
        new { alert = Personas.Id(alert), text, confidence = "HIGH", dissents = true, @sealed = isSealed, restsOn };

    [Fact]
    public async Task The_sample_alert_says_that_it_is_one()
    {
        const string sample = """{ alerts(where: { title: { contains: "(sample)" } }) { nodes { country status summary responsible { code } options { key } } } }""";

        var alert = Assert.Single((await network.DataAsync("kenya", sample)).GetProperty("alerts").GetProperty("nodes").EnumerateArray());

        Assert.Contains("invented sample", alert.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("KEN_FOCAL_POINT", alert.GetProperty("responsible").GetProperty("code").GetString());
        Assert.Empty((await network.DataAsync("ghana", sample)).GetProperty("alerts").GetProperty("nodes").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_shares_an_alert_farther_does_not_share_what_others_wrote_to_it_before()
    {
        var alert = await _desk.RaiseAsync("Farther later");
        await Personas.ActAsync(
            "kenya", "addAlertAnalysis", "alert", new { alert = Personas.Id(alert), text = "For the desk only.", confidence = "LOW" }, "id");
        await Personas.ActAsync(
            "kenya", "contributeToAlert", "alert", new { alert = Personas.Id(alert), step = "RESPONSE_3_ACT_EARLY", text = "We can speak." }, "id");
        await Personas.ActAsync("au-desk", "shareDocument", "document", Personas.Step(alert, new { kind = "PUBLIC" }));

        const string fields = "... on Alert { title analyses { nodes { text } totalCount } contributionPrompts { contributions { text } } }";
        var told = await Personas.SeeAsync(null, Personas.Id(alert), fields);
        var both = await Personas.SeeAsync("kenya", Personas.Id(alert), fields);

        Assert.Equal("Farther later", told.GetProperty("title").GetString());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", told.GetProperty("analyses").GetRawText());
        Assert.DoesNotContain("We can speak.", told.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("""{"nodes":[{"text":"For the desk only."}],"totalCount":1}""", both.GetProperty("analyses").GetRawText());
        Assert.Contains("We can speak.", both.GetRawText(), StringComparison.Ordinal);
    }
}
