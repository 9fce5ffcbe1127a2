using System.Text.Json;

namespace R2P.Schema.Tests.Alerts;

public sealed class AlertLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly AlertDesk _desk = new(network);

    private Personas Personas => _desk.Personas;

    [Fact]
    public async Task The_responsible_office_acknowledges_decides_and_closes_what_another_raised()
    {
        var raised = await _desk.RaiseAsync(fields: "id version status decidedAt warningToDecision overdue responsible { code }");
        Assert.Equal(
            """{"version":1,"status":"RAISED","decidedAt":null,"warningToDecision":null,"overdue":false,"responsible":{"code":"KEN_FOCAL_POINT"}}""",
            raised.GetRawText().Replace($"\"id\":\"{Personas.Id(raised)}\",", "", StringComparison.Ordinal));

        var acknowledged = await _desk.AcknowledgeAsync("kenya", raised);
        Assert.Equal(("ACKNOWLEDGED", 2), Personas.State(acknowledged));
        var decided = await _desk.DecideAsync(
            "kenya", acknowledged, fields: "id version status decision warningToDecision decisions { kind reason chosenOptions office { code } }");
        Assert.Equal(("DECIDED", 3), Personas.State(decided));
        Assert.InRange(decided.GetProperty("warningToDecision").GetDouble(), 0, 1);
        Assert.Equal(
            """[{"kind":"ACT","reason":"The vote is near.","chosenOptions":["O1"],"office":{"code":"KEN_FOCAL_POINT"}}]""",
            decided.GetProperty("decisions").GetRawText());

        var closed = await Personas.ActAsync(
            "kenya", "closeAlert", "alert", new { id = Personas.Id(raised), version = 3, outcome = "The vote was calm." }, "id version status outcome");
        Assert.Equal(("CLOSED", 4), Personas.State(closed));
        Assert.Equal(
            "The vote was calm.", (await Personas.SeeAsync("au-desk", Personas.Id(raised), "... on Alert { outcome }")).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Doing_nothing_needs_a_reason_and_is_a_decision()
    {
        var acknowledged = await _desk.AcknowledgeAsync("kenya", await _desk.RaiseAsync());
        object NoAction(string reason) => new { id = Personas.Id(acknowledged), version = 2, decision = "NO_ACTION", reason };

        var silent = await Personas.RefusalAsync("kenya", "decideAlert", "alert", NoAction(" "));
        var decided = await Personas.ActAsync("kenya", "decideAlert", "alert", NoAction("The rumour was false."), "status decision");

        Assert.Equal("""["input","reason"]""", silent.GetProperty("path").GetRawText());
        Assert.Equal("""{"status":"DECIDED","decision":"NO_ACTION"}""", decided.GetRawText());
    }

    [Fact]
    public async Task Passed_on_it_is_raised_before_another_office_that_reads_it_and_is_not_decided()
    {
        var (kenya, ghana, denmark) = (
            await _desk.OfficeAsync("KEN_FOCAL_POINT"), await _desk.OfficeAsync("GHA_FOCAL_POINT"), await _desk.OfficeAsync("DNK_FOCAL_POINT"));
        var raised = await _desk.RaiseAsync(
            "au-desk", AlertDesk.Alert("Passed on", "KEN", kenya, new { kind = "NAMED", offices = new[] { kenya, ghana } }));
        var acknowledged = await _desk.AcknowledgeAsync("kenya", raised);
        object Refer(string office) => new { id = Personas.Id(raised), version = 2, decision = "REFER", reason = "Ghana chairs.", referTo = office };

        var stranger = await Personas.RefusalAsync("kenya", "decideAlert", "alert", Refer(denmark));
        var referred = await Personas.ActAsync(
            "kenya", "decideAlert", "alert", Refer(ghana), "id version status decidedAt warningToDecision responsible { code }");

        Assert.Equal("""["input","referTo"]""", stranger.GetProperty("path").GetRawText());
        Assert.Equal(("RAISED", 3), Personas.State(referred));
        Assert.Equal(JsonValueKind.Null, referred.GetProperty("warningToDecision").ValueKind);
        Assert.Equal(
            "NOT_ALLOWED", (await Personas.RefusalAsync("kenya", "acknowledgeAlert", "alert", Personas.Step(referred))).GetProperty("code").GetString());
        Assert.Equal(("ACKNOWLEDGED", 4), Personas.State(await _desk.AcknowledgeAsync("ghana", referred)));
        Assert.Equal("ACKNOWLEDGED", (await Personas.SeeAsync("au-desk", Personas.Id(acknowledged), "status")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Nobody_has_to_decide_about_what_they_cannot_read()
    {
        var kenya = await _desk.OfficeAsync("KEN_FOCAL_POINT");

        var error = await Personas.RefusalAsync("au-desk", "raiseAlert", "alert", AlertDesk.Alert("Hidden", "KEN", kenya, audience: null));

        Assert.Equal("""["input","responsible"]""", error.GetProperty("path").GetRawText());
        var region = await _desk.RaiseAsync("au-desk", AlertDesk.Alert("By region", "KEN", kenya, Personas.ToAfrica));
        Assert.True(await Personas.SeesAsync("kenya", Personas.Id(region)));
    }

    [Fact]
    public async Task The_responsible_office_changes_neither_the_words_nor_who_reads_them()
    {
        var raised = await _desk.RaiseAsync();

        var revise = await Personas.RefusalAsync("kenya", "reviseAlert", "alert", new { id = Personas.Id(raised), version = 1, title = "Calm" });
        var share = await Personas.RefusalAsync("kenya", "shareDocument", "document", Personas.Step(raised, Personas.ToMembers));

        Assert.Equal("NOT_ALLOWED", revise.GetProperty("code").GetString());
        Assert.Equal("NOT_ALLOWED", share.GetProperty("code").GetString());
        Assert.False(await Personas.SeesAsync("denmark", Personas.Id(raised)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_all_at_once_each_at_its_place()
    {
        var data = await network.DataAsync("ghana", """
            mutation { raiseAlert(input: {
              title: "", urgency: SOON, sourceKinds: ["HEARSAY"], reliability: UNKNOWN, corroboration: SINGLE_SOURCE, confidence: LOW, country: "XXX",
              communities: ["NOBODY"], triggers: ["LUCK"], groupAtRisk: "call +233 24 123 45 67",
              information: [{ key: "", sourceKind: "SRC_OPEN_SOURCE", text: "write to someone@example.org" }],
              options: [{ key: "O1", tool: "HAMMER", what: "", riskOfHarm: "" }],
              prerequisites: [{ prerequisite: "PREREQ_9", answer: "" }], councilAvenues: [{ avenue: "DOOR" }] })
            { alert { id } errors { code path } } }
            """);

        var paths = data.GetProperty("raiseAlert").GetProperty("errors").EnumerateArray()
            .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Skip(1).Select(step => step.GetString())));
        Assert.Equal(
            [
                "title", "country", "communities.0", "triggers.0", "sourceKinds.0", "groupAtRisk", "information.0.key", "information.0.text",
                "information.0.caution", "dueOn", "options.0.tool", "options.0.what", "options.0.riskOfHarm", "prerequisites.0.prerequisite",
                "prerequisites.0.answer", "councilAvenues.0.avenue",
            ],
            paths);
    }

    [Fact]
    public async Task Alerts_are_found_by_country_urgency_decision_and_whose_turn_it_is()
    {
        var kenya = await _desk.OfficeAsync("KEN_FOCAL_POINT");
        var open = await _desk.RaiseAsync("Found open");
        var decided = await _desk.DecideAsync("kenya", await _desk.AcknowledgeAsync("kenya", await _desk.RaiseAsync("Found decided")));

        var data = await network.DataAsync("kenya", """
            query($kenya: ID!) {
              open: alerts(responsible: $kenya, where: { country: { eq: "KEN" }, urgency: { eq: URGENT }, decision: { eq: null }, title: { startsWith: "Found" } }) { nodes { id } }
              decided: alerts(where: { decision: { eq: ACT }, title: { startsWith: "Found" } }, order: [{ decidedAt: DESC }]) { nodes { id } }
              overdue: alerts(overdue: true, where: { title: { startsWith: "Found" } }) { totalCount }
              intime: alerts(overdue: false, where: { title: { startsWith: "Found" } }) { totalCount }
            }
            """, new { kenya });

        Assert.Equal($$"""{"nodes":[{"id":"{{Personas.Id(open)}}"}]}""", data.GetProperty("open").GetRawText());
        Assert.Equal($$"""{"nodes":[{"id":"{{Personas.Id(decided)}}"}]}""", data.GetProperty("decided").GetRawText());
        Assert.Equal(
            (0, 2), (data.GetProperty("overdue").GetProperty("totalCount").GetInt32(), data.GetProperty("intime").GetProperty("totalCount").GetInt32()));
    }

    [Fact]
    public async Task An_alert_whose_day_has_passed_is_overdue_until_somebody_decides()
    {
        var raised = await _desk.RaiseAsync("Past its day");
        await AlertAge.PassDueDayAsync(network, raised);
        const string late = """{ alerts(overdue: true, where: { title: { eq: "Past its day" } }) { nodes { overdue } } }""";

        Assert.Equal("""{"alerts":{"nodes":[{"overdue":true}]}}""", (await network.DataAsync("au-desk", late)).GetRawText());
        var acknowledged = await _desk.AcknowledgeAsync("kenya", await Personas.SeeAsync("kenya", Personas.Id(raised), "id version"));
        await _desk.DecideAsync("kenya", acknowledged);
        Assert.Equal("""{"alerts":{"nodes":[]}}""", (await network.DataAsync("au-desk", late)).GetRawText());
    }

    [Fact]
    public async Task Two_plans_for_one_State_that_give_a_tool_to_different_offices_clash_for_whoever_sees_both()
    {
        var (kenya, ghana) = (await _desk.OfficeAsync("KEN_FOCAL_POINT"), await _desk.OfficeAsync("GHA_FOCAL_POINT"));
        object Task(string office) => new { office, what = "Speak with both sides", by = "2099-02-01", tool = "TOOL_QUIET_DIPLOMACY" };
        var mine = await _desk.RaiseAsync("kenya", AlertDesk.Alert("Kenya's own", "CRI", null, null));
        await _desk.DecideAsync("kenya", await _desk.AcknowledgeAsync("kenya", mine), [Task(ghana)]);
        var shared = await _desk.RaiseAsync("The desk's", "CRI");
        var decided = await _desk.DecideAsync("kenya", await _desk.AcknowledgeAsync("kenya", shared), [Task(kenya)]);

        const string clashes = "... on Alert { clashes { tool office { code } otherOffice { code } otherAlert { title } } }";
        Assert.Equal(
            """{"clashes":[{"tool":"TOOL_QUIET_DIPLOMACY","office":{"code":"KEN_FOCAL_POINT"},"otherOffice":{"code":"GHA_FOCAL_POINT"},"otherAlert":{"title":"Kenya's own"}}]}""",
            (await Personas.SeeAsync("kenya", Personas.Id(decided), clashes)).GetRawText());
        Assert.Equal("""{"clashes":[]}""", (await Personas.SeeAsync("au-desk", Personas.Id(decided), clashes)).GetRawText());
    }

    [Fact]
    public async Task An_alert_has_a_day_before_it_is_acknowledged_and_something_to_choose_from_before_it_is_decided()
    {
        var bare = await _desk.RaiseAsync("kenya", new
        {
            title = "Bare", country = "KEN", urgency = "SOON", sourceKinds = new[] { "SRC_CIVIL_SOCIETY" }, reliability = "MIXED", corroboration = "PARTIAL",
            confidence = "LOW",
        });
        object Decision(object[]? options) => new { id = Personas.Id(bare), version = 2, decision = "NO_ACTION", reason = "It was false.", options };

        var undated = await Personas.RefusalAsync("kenya", "acknowledgeAlert", "alert", Personas.Step(bare));
        await Personas.ActAsync("kenya", "acknowledgeAlert", "alert", new { id = Personas.Id(bare), version = 1, dueOn = "2099-01-31" });
        var blind = await Personas.RefusalAsync("kenya", "decideAlert", "alert", Decision(null));
        var decided = await Personas.ActAsync(
            "kenya", "decideAlert", "alert", Decision([AlertDesk.Option("O1", "TOOL_QUIET_DIPLOMACY")]), "decision options { key }");

        Assert.Equal("""["input","dueOn"]""", undated.GetProperty("path").GetRawText());
        Assert.Equal("""["input","options"]""", blind.GetProperty("path").GetRawText());
        Assert.Equal("""{"decision":"NO_ACTION","options":[{"key":"O1"}]}""", decided.GetRawText());
    }

    [Fact]
    public async Task An_overdue_alert_and_plans_that_clash_come_into_the_inboxes_that_they_concern()
    {
        var (kenya, ghana) = (await _desk.OfficeAsync("KEN_FOCAL_POINT"), await _desk.OfficeAsync("GHA_FOCAL_POINT"));
        object Task(string office) => new { office, what = "Speak with both sides", by = "2099-02-01", tool = "TOOL_QUIET_DIPLOMACY" };
        var late = await _desk.RaiseAsync("Late");
        await AlertAge.PassDueDayAsync(network, late);
        var mine = await _desk.RaiseAsync("kenya", AlertDesk.Alert("Kenya's plan", "GAB", null, null));
        await _desk.DecideAsync("kenya", await _desk.AcknowledgeAsync("kenya", mine), [Task(ghana)]);
        var desks = await _desk.RaiseAsync("au-desk", AlertDesk.Alert("The desk's plan", "GAB", null, new { kind = "NAMED", offices = new[] { kenya } }));
        await _desk.DecideAsync("au-desk", await _desk.AcknowledgeAsync("au-desk", desks), [Task(kenya)]);

        Assert.Contains("ALERT_OVERDUE", await Waiting.ForAsync(network, "kenya", Key(late)));
        Assert.Equal(["ALERT_OVERDUE"], await Waiting.ForAsync(network, "au-desk", Key(late)));
        Assert.Equal(["ALERT_PLANS_CLASH"], await Waiting.ForAsync(network, "kenya", Key(mine)));
        Assert.Empty(await Waiting.ForAsync(network, "au-desk", Key(desks)));
    }

    [Fact]
    public async Task Nothing_is_put_on_record_as_read_of_alerts_that_were_only_compared()
    {
        var kenya = await _desk.OfficeAsync("KEN_FOCAL_POINT");
        object Task(string office) => new { office, what = "Speak", by = "2099-02-01", tool = "TOOL_QUIET_DIPLOMACY" };
        var compared = await _desk.RaiseAsync("Only compared", "TGO");
        await _desk.DecideAsync("kenya", await _desk.AcknowledgeAsync("kenya", compared), [Task(kenya)]);
        var mine = await _desk.RaiseAsync("kenya", AlertDesk.Alert("Same plan", "TGO", null, null));
        await _desk.DecideAsync("kenya", await _desk.AcknowledgeAsync("kenya", mine), [Task(kenya)]);
        const string receipts = "receipts { firstReadAt lastReadAt }";
        var before = await Personas.SeeAsync("au-desk", Personas.Id(compared), receipts);

        Assert.Equal("""{"clashes":[]}""", (await Personas.SeeAsync("kenya", Personas.Id(mine), "... on Alert { clashes { tool } }")).GetRawText());

        Assert.Equal(before.GetRawText(), (await Personas.SeeAsync("au-desk", Personas.Id(compared), receipts)).GetRawText());
    }

    private static Guid Key(JsonElement alert) =>
        R2P.GraphQL.NodeId.TryParse(Personas.Id(alert), out var id) ? id.Id : throw new InvalidOperationException("No id.");
}
