using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>From early warning to early action: alerts.</summary>
public sealed class WarningToAction(Network network) : IClassFixture<Network>
{
    private const string Alert = "alert { id version status }";

    [Fact]
    [Row("B10 A22", "`raiseAlert`, `Alert.actors`, `alerts(where:)`", without: "raiseAlert")]
    public async Task A_desk_warns_of_a_risk_to_a_group_and_says_what_kind_of_actor_it_comes_from()
    {
        var kenya = await network.OfficeAsync("KEN_FOCAL_POINT");
        var raised = await RaiseAsync("au-desk", Warning("Herders threatened by an armed group", kenya, new { kind = "NAMED", offices = new[] { kenya } }));

        var seen = (await network.DataAsync("kenya", """
            { alerts(where: { country: { eq: "KEN" }, urgency: { eq: URGENT }, title: { eq: "Herders threatened by an armed group" }, actors: { some: { type: { eq: NON_STATE_ARMED_GROUP } } } }) {
                nodes { id urgency place groupAtRisk sourceKinds confidence actors { type conduct } } } }
            """)).GetProperty("alerts").GetProperty("nodes");

        Assert.Equal(
            $$"""
            [{"id":"{{raised.Id()}}","urgency":"URGENT","place":"The north","groupAtRisk":"Herders of one community","sourceKinds":["SRC_CIVIL_SOCIETY","SRC_OPEN_SOURCE"],"confidence":"MODERATE","actors":[{"type":"NON_STATE_ARMED_GROUP","conduct":"No clear command; fights over pasture."},{"type":"EXTERNAL","conduct":"Arms come across the border."},{"type":"STATE","conduct":"Few police posts."}]}]
            """,
            seen.GetRawText());
        Assert.False(await network.SeesAsync("ghana", raised.Id()));
        Assert.False(await network.SeesAsync(null, raised.Id()));
    }

    [Fact]
    [Row("B11 A24", "`acknowledgeAlert`, `decideAlert`, `Alert.warningToDecision`, `Alert.overdue`, `inbox`", without: "decideAlert")]
    public async Task Whoever_has_to_decide_takes_note_and_says_what_was_decided_and_why_also_to_do_nothing()
    {
        var kenya = await network.OfficeAsync("KEN_FOCAL_POINT");
        var raised = await RaiseAsync("au-desk", Warning("Leaflets against traders", kenya, new { kind = "NAMED", offices = new[] { kenya } }));
        Assert.Contains("ALERT_TO_ACKNOWLEDGE", await WaitingAsync("kenya", raised.Id()));

        var acknowledged = await network.ActAsync("kenya", "acknowledgeAlert", new { id = raised.Id(), version = 1, reason = "Thank you" }, Alert);
        Assert.Contains("ALERT_TO_DECIDE", await WaitingAsync("kenya", raised.Id()));
        Assert.Equal(
            "INVALID_INPUT", await network.RefusalAsync("kenya", "decideAlert", new { id = raised.Id(), version = 2, decision = "NO_ACTION", reason = "" }));
        await network.ActAsync(
            "kenya", "decideAlert",
            new { id = raised.Id(), version = acknowledged.Version(), decision = "NO_ACTION", reason = "The leaflets are ten years old." }, Alert);

        var told = await ReadAsync(
            "au-desk", raised.Id(), "status overdue dueOn warningToDecision responsible { code } decisions { kind reason office { code } }");
        Assert.InRange(told.GetProperty("warningToDecision").GetDouble(), 0, 1);
        Assert.Equal("DECIDED", told.Status());
        Assert.False(told.GetProperty("overdue").GetBoolean());
        Assert.Equal("2099-06-30", told.GetProperty("dueOn").GetString());
        Assert.Equal(
            """[{"kind":"NO_ACTION","reason":"The leaflets are ten years old.","office":{"code":"KEN_FOCAL_POINT"}}]""",
            told.GetProperty("decisions").GetRawText());
        Assert.Empty(await WaitingAsync("kenya", raised.Id()));
        Assert.False(await network.SeesAsync("denmark", raised.Id()));
    }

    [Fact]
    [Row("A24 B12", "`addAlertAnalysis(sealed:)`, `Alert.information`, `Alert.analyses`, `Alert.options`, `Alert.dialogue`", without: "addAlertAnalysis")]
    public async Task Information_analysis_options_and_dialogue_stay_apart_and_a_dissenting_analyst_is_not_named()
    {
        var raised = await RaiseAsync("au-desk", Warning("Four steps", null, new { kind = "NAMED", states = new[] { "KEN" } }));
        await AnalyseAsync("kenya", raised.Id(), "A local quarrel.", dissents: false, isSealed: false);
        await AnalyseAsync("kenya-contributor", raised.Id(), "It is planned.", dissents: true, isSealed: true);
        var analyses = (await ReadAsync("au-desk", raised.Id(), "analyses { nodes { id signature sealed dissents restsOn text office { code } } }"))
            .GetProperty("analyses").GetProperty("nodes");
        var revised = await network.ActAsync("au-desk", "reviseAlert", new
        {
            id = raised.Id(),
            version = 1,
            options = new[] { Option("O1", "TOOL_COMMUNITY_ENGAGEMENT", [analyses[0].Id()]) },
            dialogue = new[] { new { heldOn = "2026-11-20", with = "The county's council", outcome = "It will speak with both sides." } },
        }, Alert);

        var chain = await ReadAsync("kenya", revised.Id(), "information { key sourceKind } options { key restsOn } dialogue { with outcome }");
        Assert.Equal(
            $$"""
            {"information":[{"key":"I1","sourceKind":"SRC_CIVIL_SOCIETY"},{"key":"I2","sourceKind":"SRC_OPEN_SOURCE"}],"options":[{"key":"O1","restsOn":["{{analyses[0].Id()}}"]}],"dialogue":[{"with":"The county's council","outcome":"It will speak with both sides."}]}
            """,
            chain.GetRawText());
        Assert.Equal("""{"code":"KEN_FOCAL_POINT"}""", analyses[0].GetProperty("office").GetRawText());
        Assert.Equal(JsonValueKind.Null, analyses[1].GetProperty("office").ValueKind);
        Assert.Equal("An analyst who is not named", analyses[1].GetProperty("signature").GetString());
        Assert.Equal("""["I1"]""", analyses[1].GetProperty("restsOn").GetRawText());
        var events = await ReadAsync("kenya", raised.Id(), "events { nodes { type by { code } } }");
        Assert.Contains("""{"type":"ALERT_ANALYZED","by":null}""", events.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("NOT_FOUND", await network.RefusalAsync("ghana", "addAlertAnalysis", new { alert = raised.Id(), text = "I", confidence = "LOW" }));
    }

    [Fact]
    [Row("B13", "`raiseAlert(audience:, handling:, summaryOf:)`, `shareDocument`, `withdrawDocument`", without: "withdrawDocument")]
    public async Task What_is_sensitive_is_shared_by_name_for_a_purpose_and_a_time_or_in_short_and_taken_back()
    {
        var denmark = await network.OfficeAsync("DNK_FOCAL_POINT");
        var full = await RaiseAsync("kenya", Warning("The full text", null, null));
        var summary = await RaiseAsync("kenya", new
        {
            title = "A short form", summary = "Tension in the north.", urgency = "SOON", sourceKinds = new[] { "SRC_NATIONAL" }, reliability = "MIXED",
            corroboration = "PARTIAL", confidence = "LOW", summaryOf = full.Id(),
            audience = new { kind = "NAMED", offices = new[] { denmark } },
            handling = new { purpose = "To prepare the board", onwardSharing = false, expiresAt = "2099-01-01T00:00:00Z" },
        });

        var seen = await ReadAsync("denmark", summary.Id(), "summary summaryOf { id } handling { purpose onwardSharing expiresAt }");
        Assert.StartsWith(
            """{"summary":"Tension in the north.","summaryOf":null,"handling":{"purpose":"To prepare the board","onwardSharing":false,"expiresAt":"2099""",
            seen.GetRawText(),
            StringComparison.Ordinal);
        Assert.False(await network.SeesAsync("denmark", full.Id()));
        Assert.False(await network.SeesAsync("costa-rica", summary.Id()));

        await network.ActAsync("kenya", "withdrawDocument", new { id = summary.Id(), version = 1, reason = "It was wrong" }, "document { id }");
        Assert.False(await network.SeesAsync("denmark", summary.Id()));
        Assert.True(await network.SeesAsync("kenya", summary.Id()));
    }

    [Fact]
    [Row("B15", "`Alert.information(url, caution)`, `raiseAlert` (refuses what leads to a person)", without: "raiseAlert")]
    public async Task An_open_source_is_linked_with_caution_and_nothing_leads_to_a_person()
    {
        object Linked(string text, string? caution) => new
        {
            title = "Open source", urgency = "WATCH", sourceKinds = new[] { "SRC_OPEN_SOURCE" }, reliability = "UNKNOWN", corroboration = "SINGLE_SOURCE",
            confidence = "LOW",
            information = new[] { new { key = "I1", sourceKind = "SRC_OPEN_SOURCE", text, url = "https://news.example/story", caution } },
        };

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "raiseAlert", Linked("Calls for violence spread.", null)));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("kenya", "raiseAlert", Linked("Posted by +254 700 123 456.", "Not checked")));
        var raised = await RaiseAsync(
            "kenya", Linked("Calls for violence spread; criticism of officials is no incitement.", "Not checked; the account may be false."));
        Assert.Equal(
            """{"information":[{"url":"https://news.example/story","caution":"Not checked; the account may be false."}]}""",
            (await ReadAsync("kenya", raised.Id(), "information { url caution }")).GetRawText());
        Assert.False(await network.SeesAsync("au-desk", raised.Id()));
    }

    [Fact]
    [Row("B35", "`decideAlert(tasks:, commonMessage:)`, `Alert.clashes`, inbox `ALERT_PLANS_CLASH`", without: "decideAlert")]
    public async Task Who_does_what_by_when_is_one_plan_and_two_plans_that_pull_apart_are_noticed()
    {
        var (kenya, ghana) = (await network.OfficeAsync("KEN_FOCAL_POINT"), await network.OfficeAsync("GHA_FOCAL_POINT"));
        var first = await DecideAsync("au-desk", await RaiseAsync("au-desk", Warning("Plan of the desk", null, Network.ToAfrica, "CRI")), ghana);
        var second = await DecideAsync("kenya", await RaiseAsync("kenya", Warning("Plan of Kenya", null, new { kind = "OFFICE" }, "CRI")), kenya);

        var plan = await ReadAsync("ghana", first, "decisions { commonMessage tasks { what by tool office { code } } } clashes { otherAlert { id } }");
        Assert.Equal(
            """[{"commonMessage":"Both sides are heard.","tasks":[{"what":"Speak with both sides","by":"2099-03-01","tool":"TOOL_QUIET_DIPLOMACY","office":{"code":"GHA_FOCAL_POINT"}}]}]""",
            plan.GetProperty("decisions").GetRawText());
        Assert.DoesNotContain(plan.GetProperty("clashes").EnumerateArray(), clash => clash.GetProperty("otherAlert").Id() == second);
        var clashes = (await ReadAsync("kenya", second, "clashes { tool office { code } otherOffice { code } otherAlert { id } }"))
            .GetProperty("clashes").EnumerateArray();
        Assert.Contains(
            clashes,
            clash => clash.GetProperty("otherAlert").Id() == first && clash.GetProperty("otherOffice").GetProperty("code").GetString() == "GHA_FOCAL_POINT");
        Assert.Contains("ALERT_PLANS_CLASH", await WaitingAsync("kenya", second));
        Assert.DoesNotContain("ALERT_PLANS_CLASH", await WaitingAsync("au-desk", first)); // It does not see Kenya's.
    }

    [Fact]
    [Row(
        "B58 B59 C11 C23",
        "`Alert.options`, `Alert.prerequisites`, `Alert.openPrerequisites`, `Alert.councilAvenues`, `Alert.openCouncilAvenues`, `tags`",
        without: "raiseAlert")]
    public async Task Options_say_conditions_who_and_risk_of_harm_beside_the_review_questions_and_the_ways_to_the_Council()
    {
        var raised = await RaiseAsync("costa-rica", new
        {
            title = "Options sheet", urgency = "SOON", sourceKinds = new[] { "SRC_OHCHR" }, reliability = "PROVEN", corroboration = "CORROBORATED",
            confidence = "HIGH",
            dueOn = "2099-06-30",
            options = new object[]
            {
                new { key = "O1", tool = "TOOL_QUIET_DIPLOMACY", what = "A talk.", conditions = "Before the vote.", who = "The neighbours", riskOfHarm = "It could delay others." },
                new { key = "O2", tool = "TOOL_CONSENT_PEACEKEEPING", what = "Observers.", conditions = "Only if asked.", who = "The region", riskOfHarm = "It could be a target." },
            },
            prerequisites = new[] { new { prerequisite = "PREREQ_1_KNOWLEDGE", answer = "Two sources agree.", met = true } },
            councilAvenues = new[] { new { avenue = "SC_ARRIA_FORMULA", take = true, note = "Frankly, with figures." } },
            tags = new[] { "PRONG_UN_SYSTEM", "PRONG_CIVIL_SOCIETY" },
            audience = Network.ToMembers,
        });

        var sheet = await ReadAsync(
            "observer", raised.Id(), "options { tool conditions who riskOfHarm } openPrerequisites councilAvenues { avenue take note } openCouncilAvenues");
        Assert.Equal(
            "TOOL_QUIET_DIPLOMACY TOOL_CONSENT_PEACEKEEPING",
            string.Join(' ', sheet.GetProperty("options").EnumerateArray().Select(o => o.GetProperty("tool").GetString())));
        Assert.Equal("It could be a target.", sheet.GetProperty("options")[1].GetProperty("riskOfHarm").GetString());
        Assert.Equal(4, sheet.GetProperty("openPrerequisites").GetArrayLength());
        var open = sheet.GetProperty("openCouncilAvenues").EnumerateArray().Select(avenue => avenue.GetString()).ToArray();
        Assert.Contains("SC_MISSION", open);
        Assert.DoesNotContain("SC_ARRIA_FORMULA", open);
        Assert.Equal("""[{"avenue":"SC_ARRIA_FORMULA","take":true,"note":"Frankly, with figures."}]""", sheet.GetProperty("councilAvenues").GetRawText());
        var tagged = (await network.DataAsync("observer", """
            { alerts(where: { tags: { some: { eq: "PRONG_CIVIL_SOCIETY" } } }, first: 100) { nodes { id } } }
            """)).GetProperty("alerts").GetProperty("nodes").EnumerateArray();
        Assert.Contains(tagged, alert => alert.Id() == raised.Id());
        Assert.False(await network.SeesAsync(null, raised.Id()));
    }

    [Fact]
    [Row("C19", "`Alert.contributionPrompts`, `contributeToAlert`", without: "contributeToAlert")]
    public async Task Each_State_is_asked_how_it_can_contribute_and_answers_in_its_own_words()
    {
        var raised = await RaiseAsync("au-desk", Warning("How can we contribute", null, Network.ToAfrica));
        await network.ActAsync(
            "ghana", "contributeToAlert",
            new { alert = raised.Id(), step = "RESPONSE_2_INVEST_PEACEFUL_TOOLS", text = "Two mediators.", tool = "TOOL_ARBITRATION_CONCILIATION_MEDIATION" },
            Alert);

        const string prompts = "contributionPrompts { step answeredByYou contributions { text office { code } } }";
        Assert.Equal(
            """
            [{"step":"RESPONSE_1_EACH_MEMBER_RESPONSIBLE","answeredByYou":false,"contributions":[]},{"step":"RESPONSE_2_INVEST_PEACEFUL_TOOLS","answeredByYou":true,"contributions":[{"text":"Two mediators.","office":{"code":"GHA_FOCAL_POINT"}}]},{"step":"RESPONSE_3_ACT_EARLY","answeredByYou":false,"contributions":[]}]
            """,
            (await ReadAsync("ghana", raised.Id(), prompts)).GetProperty("contributionPrompts").GetRawText());
        var kenya = (await ReadAsync("kenya", raised.Id(), prompts)).GetProperty("contributionPrompts")[1];
        Assert.False(kenya.GetProperty("answeredByYou").GetBoolean());
        Assert.Equal(
            "NOT_FOUND",
            await network.RefusalAsync("denmark", "contributeToAlert", new { alert = raised.Id(), step = "RESPONSE_3_ACT_EARLY", text = "Us too." }));
    }

    private static object Warning(string title, string? responsible, object? audience, string country = "KEN") => new
    {
        title,
        country,
        place = "The north",
        groupAtRisk = "Herders of one community",
        urgency = "URGENT",
        sourceKinds = new[] { "SRC_CIVIL_SOCIETY", "SRC_OPEN_SOURCE" },
        reliability = "MIXED",
        corroboration = "PARTIAL",
        confidence = "MODERATE",
        triggers = new[] { "ELECTIONS" },
        actors = new[]
        {
            new { type = "NON_STATE_ARMED_GROUP", conduct = "No clear command; fights over pasture." },
            new { type = "EXTERNAL", conduct = "Arms come across the border." },
            new { type = "STATE", conduct = "Few police posts." },
        },
        information = new object[]
        {
            new { key = "I1", sourceKind = "SRC_CIVIL_SOCIETY", text = "Threats at two wells." },
            new { key = "I2", sourceKind = "SRC_OPEN_SOURCE", text = "A song against herders.", caution = "Old recording." },
        },
        options = new[] { Option("O1", "TOOL_QUIET_DIPLOMACY", []) },
        dueOn = "2099-06-30",
        responsible,
        audience,
    };

    private static object Option(string key, string tool, string[] restsOn) =>
        new { key, tool, what = "A visit.", conditions = "Before the dry season.", who = "The neighbours", riskOfHarm = "It could be read as taking sides.", restsOn };

    private Task<JsonElement> RaiseAsync(string persona, object input) => network.ActAsync(persona, "raiseAlert", input, Alert);

    private async Task<JsonElement> ReadAsync(string persona, string id, string fields) =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ ... on Alert {{ {fields} }} }} }}", new { id })).GetProperty("node");

    private Task<JsonElement> AnalyseAsync(string persona, string alert, string text, bool dissents, bool isSealed) => network.ActAsync(
        persona, "addAlertAnalysis", new { alert, text, confidence = "MODERATE", dissents, @sealed = isSealed, restsOn = new[] { "I1" } }, Alert);

    private async Task<string> DecideAsync(string persona, JsonElement raised, string office)
    {
        await network.ActAsync(persona, "acknowledgeAlert", new { id = raised.Id(), version = 1 }, Alert);
        await network.ActAsync(persona, "decideAlert", new
        {
            id = raised.Id(),
            version = 2,
            decision = "ACT",
            reason = "It is near.",
            chosenOptions = new[] { "O1" },
            tasks = new[] { new { office, what = "Speak with both sides", by = "2099-03-01", tool = "TOOL_QUIET_DIPLOMACY" } },
            commonMessage = "Both sides are heard.",
        }, Alert);
        return raised.Id();
    }

    private async Task<IEnumerable<string?>> WaitingAsync(string persona, string subject) =>
        [.. (await network.DataAsync(persona, """
            { inbox { items(first: 200, reasons: [ALERT_TO_ACKNOWLEDGE, ALERT_TO_DECIDE, ALERT_OVERDUE, ALERT_PLANS_CLASH]) { reason subjectId } } }
            """)).GetProperty("inbox").GetProperty("items").EnumerateArray()
            .Where(entry => entry.GetProperty("subjectId").GetString() == subject)
            .Select(entry => entry.GetProperty("reason").GetString())];
}
