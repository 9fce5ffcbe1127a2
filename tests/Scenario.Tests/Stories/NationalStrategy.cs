using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>What a State or a region sets out to do, how far it is, and what it tells of it.</summary>
public sealed class NationalStrategy(Network network) : IClassFixture<Network>
{
    private static readonly object ToState = new { kind = "NATIONAL" };

    [Fact]
    [Row("B49 B55 C5 C14 C18", "`draftStrategy`, `reviseStrategy`, `adoptStrategy`, `reportAction`, `strategies(where:)`", without: "adoptStrategy")]
    public async Task A_plan_has_goals_actions_owners_dates_and_indicators_and_each_action_its_factor_inhibitor_recommendation_and_other_plan()
    {
        var recommendation = await network.ActAsync(
            "kenya", "recordRecommendation", new { mechanism = "UPR", text = "Prevent violence at elections.", audience = ToState }, "recommendation { id }");
        var title = Unique("Plan");
        var committee = await network.OfficeAsync("KEN_NATIONAL_COMMITTEE");
        var drafted = await network.ActAsync("kenya", "draftStrategy", new
        {
            title,
            tags = new[] { "POLITICAL_COMMITMENT", "PEER_NETWORKS" },
            goals = new[] { new { key = "G1", aim = "Calm elections." } },
            actions = new[]
            {
                new
                {
                    key = "A1",
                    goal = "G1",
                    text = "Courts that hear incitement fast.",
                    office = committee,
                    dueOn = "2031-01-01",
                    indicator = "Cases are heard within a month.",
                    codes = new[] { "RF_01", "JUDICIAL_HUMAN_RIGHTS_INSTITUTIONS", "PVE_ACCOUNTABILITY", "POLITICAL_COMMITMENT" },
                    assistance = "CAPACITY_BUILDING",
                    recommendations = new[] { recommendation.Id() },
                    plans = new[]
                    {
                        new { kind = "WOMEN_PEACE_SECURITY", title = "Action plan on women, peace and security" },
                        new { kind = "HUMAN_RIGHTS", title = "Human rights policy" },
                        new { kind = "SUSTAINABLE_DEVELOPMENT", title = "Goal 16" },
                    },
                },
            },
        }, "strategy { id version status }");
        Assert.False(await network.SeesAsync("kenya-contributor", drafted.Id()));
        var adopted = await network.ActAsync(
            "kenya", "adoptStrategy", new { id = drafted.Id(), version = 1, audience = ToState }, "strategy { id version status }");
        Assert.Equal("ADOPTED", adopted.Status());
        await network.ActAsync(
            "kenya-contributor", "reportAction", new { id = drafted.Id(), version = 2, action = "A1", status = "UNDER_WAY", text = "Two courts." },
            "strategy { id }");

        var found = await network.DataAsync("kenya-contributor", """
            query($title: String!) {
              strategies(where: { title: { eq: $title }, country: { eq: "KEN" }, tags: { some: { eq: "POLITICAL_COMMITMENT" } },
                actionTags: { some: { in: ["PVE_ACCOUNTABILITY"] } }, nextDueOn: { lte: "2031-12-31" } }) {
                nodes { goals { aim } actions { office { code } dueOn indicator status codes assistance recommendations { text } plans { kind } reports { text } } }
              }
            }
            """, new { title });
        Assert.Equal(
            """[{"goals":[{"aim":"Calm elections."}],"actions":[{"office":{"code":"KEN_NATIONAL_COMMITTEE"},"dueOn":"2031-01-01","indicator":"Cases are heard within a month.","status":"UNDER_WAY","codes":["RF_01","JUDICIAL_HUMAN_RIGHTS_INSTITUTIONS","PVE_ACCOUNTABILITY","POLITICAL_COMMITMENT"],"assistance":"CAPACITY_BUILDING","recommendations":[{"text":"Prevent violence at elections."}],"plans":[{"kind":"WOMEN_PEACE_SECURITY"},{"kind":"HUMAN_RIGHTS"},{"kind":"SUSTAINABLE_DEVELOPMENT"}],"reports":[{"text":"Two courts."}]}]}]""",
            found.GetProperty("strategies").GetProperty("nodes").GetRawText());
        var lists = await network.DataAsync(null, """
            { catalogue { priorities: codeList(name: "priorities2015") { entries { code } } elements: codeList(name: "peerNetworkPriorityElements2015") { entries { code } }
              extremism: codeList(name: "pveElements2016") { entries { code } } assistanceCategories { forms { code } } } }
            """);
        var catalogue = lists.GetProperty("catalogue");
        Assert.Equal(
            (6, 5, 3, 7),
            (Count(catalogue, "priorities"), Count(catalogue, "elements"), Count(catalogue, "extremism"),
                catalogue.GetProperty("assistanceCategories").EnumerateArray().Sum(category => category.GetProperty("forms").GetArrayLength())));
        Assert.False(await network.SeesAsync("ghana", drafted.Id()));
        Assert.False(await network.SeesAsync("secretariat", drafted.Id()));
    }

    [Fact]
    [Row("B25", "`reportAction` with an outcome, `closeStrategy` with a result for each goal", without: "closeStrategy")]
    public async Task Results_are_noted_against_aims_also_that_something_did_not_work()
    {
        var drafted = await network.ActAsync("ghana", "draftStrategy", new
        {
            title = Unique("Measured"),
            goals = new[] { new { key = "G1", aim = "Neighbours talk." }, new { key = "G2", aim = "Hate speech fades." } },
            actions = new[] { new { key = "A1", text = "A hotline." } },
        }, "strategy { id }");
        var id = drafted.Id();
        await network.ActAsync("ghana", "adoptStrategy", new { id, version = 1, audience = Network.ToMembers }, "strategy { id }");
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("ghana", "reportAction", new { id, version = 2, action = "A1", status = "DROPPED", text = "Given up." }));
        await network.ActAsync(
            "ghana", "reportAction", new { id, version = 2, action = "A1", status = "DROPPED", outcome = "DID_NOT_WORK", text = "Nobody called." },
            "strategy { id }");
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("ghana", "closeStrategy", new { id, version = 3, results = new[] { new { goal = "G1", outcome = "WORKED", result = "They do." } } }));
        await network.ActAsync("ghana", "closeStrategy", new
        {
            id,
            version = 3,
            results = new[] { new { goal = "G1", outcome = "WORKED", result = "They do." }, new { goal = "G2", outcome = "DID_NOT_WORK", result = "It moved elsewhere." } },
        }, "strategy { id }");

        var read = await network.DataAsync(
            "observer", "query($id: ID!) { node(id: $id) { ... on Strategy { status goals { aim outcome result } actions { reports { outcome text } } } } }",
            new { id });
        Assert.Equal(
            """{"status":"CLOSED","goals":[{"aim":"Neighbours talk.","outcome":"WORKED","result":"They do."},{"aim":"Hate speech fades.","outcome":"DID_NOT_WORK","result":"It moved elsewhere."}],"actions":[{"reports":[{"outcome":"DID_NOT_WORK","text":"Nobody called."}]}]}""",
            read.GetProperty("node").GetRawText());
        Assert.False(await network.SeesAsync(null, id));
    }

    [Fact]
    [Row("B56", "`publishStrategySummary`, `strategySummaries`", without: "publishStrategySummary")]
    public async Task The_public_reads_a_summary_and_no_word_of_the_internal_text()
    {
        var (internalTitle, title) = (Unique("Internal"), Unique("What we do"));
        var drafted = await network.ActAsync("costa-rica", "draftStrategy", new { title = internalTitle, text = "What worries us." }, "strategy { id }");
        await network.ActAsync("costa-rica", "adoptStrategy", new { id = drafted.Id(), version = 1, audience = ToState }, "strategy { id }");

        await network.ActAsync("costa-rica", "publishStrategySummary", new
        {
            strategyId = drafted.Id(), title, text = "Prevention costs less than war.", audience = Network.ToEveryone,
        }, "summary { id }");

        var found = await network.DataAsync(
            null, "query($title: String!) { strategySummaries(where: { title: { eq: $title } }) { nodes { country text strategy { text } } } }", new { title });
        Assert.Equal(
            """[{"country":"CRI","text":"Prevention costs less than war.","strategy":null}]""",
            found.GetProperty("strategySummaries").GetProperty("nodes").GetRawText());
        Assert.False(await network.SeesAsync(null, drafted.Id()));
        Assert.False(await network.SeesAsync("denmark", drafted.Id()));
        var list = await network.DataAsync(
            "denmark", "query($title: String!) { strategies(where: { title: { eq: $title } }) { totalCount } }", new { title = internalTitle });
        Assert.Equal(0, list.GetProperty("strategies").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    [Row("C13 C15", "`recordSelfCheck`, `shareSelfCheck`, `selfChecks(where:)`", without: "shareSelfCheck")]
    public async Task A_State_checks_itself_against_the_lists_of_2013_and_2015_and_shares_that_only_if_it_wishes()
    {
        foreach (var (list, codes) in new[]
        {
            ("RECOMMENDATIONS2013", "memberStateRecommendations2013"), ("CALLS2015", "memberStateCalls2015"),
            ("SECRETARY_GENERAL_ACTIONS2015", "secretaryGeneralActions2015"),
        })
        {
            var entries = await CodesAsync(codes);
            var answers = entries.Select((code, i) => new { code, state = i == 0 ? "IN_PLACE" : "NOT_BEGUN", note = $"About {code}." }).ToArray();
            var recorded = await network.ActAsync("denmark", "recordSelfCheck", new { list, answers }, "selfCheck { id version answers { code } }");
            Assert.Equal(entries.Count, recorded.GetProperty("answers").GetArrayLength());
            Assert.False(await network.SeesAsync("secretariat", recorded.Id()));
            Assert.DoesNotContain(recorded.Id(), await SelfChecksAsync("secretariat"));

            await network.ActAsync("denmark", "shareSelfCheck", new { id = recorded.Id(), version = 1, audience = Network.ToMembers }, "selfCheck { id }");
            Assert.Contains(recorded.Id(), await SelfChecksAsync("secretariat"));
            Assert.False(await network.SeesAsync(null, recorded.Id()));
        }
    }

    [Fact]
    [Row("C12", "`recordSelfCheck(list: REGIONAL_STEPS2016, partner:)`, `regionalSteps(body:, partner:)`", without: "regionalSteps")]
    public async Task The_five_steps_of_two_bodies_are_seen_side_by_side()
    {
        var note = Unique("Desks meet");
        var recorded = await network.ActAsync("au-desk", "recordSelfCheck", new
        {
            list = "REGIONAL_STEPS2016",
            partner = "UN_OSAPG",
            answers = new[] { new { code = "STEP_1_RELATIONSHIPS", state = "UNDER_WAY", note }, new { code = "STEP_5_OWN_CAPACITY", state = "PLANNED", note } },
        }, "selfCheck { id version }");
        var view = "query { regionalSteps(body: \"UN_OSAPG\", partner: \"AU\") { step { code } views { body state note } } }";
        Assert.DoesNotContain(note, (await network.DataAsync("secretariat", view)).GetRawText(), StringComparison.Ordinal);

        await network.ActAsync("au-desk", "shareSelfCheck", new { id = recorded.Id(), version = 1, audience = Network.ToMembers }, "selfCheck { id }");

        var steps = (await network.DataAsync("secretariat", view)).GetProperty("regionalSteps");
        Assert.Equal(5, steps.GetArrayLength());
        Assert.Contains($$"""{"body":"AU","state":"UNDER_WAY","note":"{{note}}"}""", steps[0].GetRawText(), StringComparison.Ordinal);
        Assert.Contains($$"""{"body":"AU","state":"PLANNED","note":"{{note}}"}""", steps[4].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Row("C27", "`HUMAN_RIGHTS_UP_FRONT`, `SG2015_HRUF` as codes of actions; `strategies(where: { actionTags })`", without: "draftStrategy")]
    [Row("D8", "pillars and tools are tags: all at once, in no order", without: "draftStrategy")]
    public async Task Acts_of_the_United_Nations_are_referred_to_and_pillars_and_tools_go_together_in_no_order()
    {
        var title = Unique("All pillars");
        await network.ActAsync("denmark", "draftStrategy", new
        {
            title,
            tags = new[] { "PILLAR_III", "PILLAR_I", "PILLAR_II" },
            actions = new[]
            {
                new { key = "A1", text = "Speak for the plan to act on early signs.", codes = new[] { "SG2015_HRUF", "HUMAN_RIGHTS_UP_FRONT" } },
                new { key = "A2", text = "Keep tools ready.", codes = new[] { "TOOL_COMMUNITY_ENGAGEMENT", "PILLAR_III" } },
            },
        }, "strategy { id }");

        var found = await network.DataAsync("denmark", """
            query($title: String!) { strategies(where: { title: { eq: $title }, actionTags: { some: { eq: "HUMAN_RIGHTS_UP_FRONT" } } }) { nodes { status tags actions { codes } } } }
            """, new { title });
        Assert.Equal(
            """[{"status":"DRAFT","tags":["PILLAR_III","PILLAR_I","PILLAR_II"],"actions":[{"codes":["SG2015_HRUF","HUMAN_RIGHTS_UP_FRONT"]},{"codes":["TOOL_COMMUNITY_ENGAGEMENT","PILLAR_III"]}]}]""",
            found.GetProperty("strategies").GetProperty("nodes").GetRawText());
        var code = await network.DataAsync(null, """{ catalogue { code(code: "HUMAN_RIGHTS_UP_FRONT") { __typename name } } }""");
        Assert.Equal("ReferenceDocument", code.GetProperty("catalogue").GetProperty("code").GetProperty("__typename").GetString());
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("observer", "draftStrategy", new { title }));
    }

    [Fact]
    [Row("B65", "actions tagged `REFUGEES_DISPLACED` with what is needed; no input holds a personal file", without: "draftStrategy")]
    public async Task Measures_and_needs_for_refugees_are_kept_and_no_file_about_any_of_them()
    {
        var title = Unique("Hosting");
        await network.ActAsync("ghana", "draftStrategy", new
        {
            title,
            actions = new[] { new { key = "A1", text = "Safe shelter for families; needed: two more reception places.", codes = new[] { "REFUGEES_DISPLACED" }, plans = new[] { new { kind = "DISPLACEMENT", title = "Host plan" } } } },
        }, "strategy { id }");

        var found = await network.DataAsync("ghana", """
            query($title: String!) { strategies(where: { title: { eq: $title }, actionTags: { some: { eq: "REFUGEES_DISPLACED" } } }) { nodes { actions { text plans { kind } } } } }
            """, new { title });
        Assert.Equal(
            """[{"actions":[{"text":"Safe shelter for families; needed: two more reception places.","plans":[{"kind":"DISPLACEMENT"}]}]}]""",
            found.GetProperty("strategies").GetProperty("nodes").GetRawText());
        var fields = (await network.DataAsync(null, """{ __type(name: "StrategyActionInput") { inputFields { name } } }"""))
            .GetProperty("__type").GetProperty("inputFields");
        Assert.Equal(
            ["key", "text", "goal", "office", "dueOn", "indicator", "codes", "assistance", "recommendations", "plans"],
            fields.EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        Assert.Equal(0, (await network.DataAsync(
            "kenya", "query($title: String!) { strategies(where: { title: { eq: $title } }) { totalCount } }",
            new { title })).GetProperty("strategies").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    [Row(
        "B36",
        "`draftStrategy` of a regional organization with `capacities` by inhibitor; `strategies(where: { organization })`, `linkHelp`",
        without: "linkHelp")]
    public async Task A_region_shows_its_capacities_by_inhibitor_and_others_offer_help_for_them()
    {
        var title = Unique("Capacities");
        var drafted = await network.ActAsync("au-desk", "draftStrategy", new
        {
            title,
            capacities = new[]
            {
                new { inhibitor = "RISK_ASSESSMENT_EARLY_RESPONSE", strengths = "A situation room.", needs = "Analysts for two regions." },
                new { inhibitor = "LOCAL_CONFLICT_RESOLUTION", strengths = "A panel of elders.", needs = "Travel." },
            },
        }, "strategy { id country organization }");
        Assert.Equal("AU", drafted.GetProperty("organization").GetString());
        Assert.False(await network.SeesAsync("eu-desk", drafted.Id()));
        await network.ActAsync("au-desk", "adoptStrategy", new
        {
            id = drafted.Id(), version = 1, audience = new { kind = "NAMED", organizations = new[] { "EU" } },
        }, "strategy { id }");

        var found = await network.DataAsync("eu-desk", """
            query($title: String!) { strategies(where: { title: { eq: $title }, organization: { eq: "AU" }, actionTags: { some: { eq: "RISK_ASSESSMENT_EARLY_RESPONSE" } } }) {
              nodes { capacities { inhibitor strengths needs } } } }
            """, new { title });
        Assert.Equal(
            """[{"capacities":[{"inhibitor":"RISK_ASSESSMENT_EARLY_RESPONSE","strengths":"A situation room.","needs":"Analysts for two regions."},{"inhibitor":"LOCAL_CONFLICT_RESOLUTION","strengths":"A panel of elders.","needs":"Travel."}]}]""",
            found.GetProperty("strategies").GetProperty("nodes").GetRawText());
        Assert.False(await network.SeesAsync("kenya", drafted.Id()));

        var offered = await network.ActAsync("eu-desk", "draftGuidance", new
        {
            title, type = "COURSE", issuingBody = "EU", edition = "1st", text = "Analysts for your situation room.",
            tags = new[] { "RISK_ASSESSMENT_EARLY_RESPONSE" },
        }, "guidance { id }");
        await network.ActAsync("eu-desk", "linkHelp", new { strategyId = drafted.Id(), documentId = offered.Id() }, "strategy { id }");
        const string help = "query($id: ID!) { node(id: $id) { ... on Strategy { help { id } } } }";
        Assert.Equal("""{"help":[]}""", (await network.DataAsync("au-desk", help, new { id = drafted.Id() })).GetProperty("node").GetRawText());
        await network.ActAsync("eu-desk", "publishGuidance", new
        {
            id = offered.Id(), version = 1, audience = new { kind = "NAMED", organizations = new[] { "AU" } },
        }, "guidance { id }");
        Assert.Equal(
            $$$"""{"help":[{"id":"{{{offered.Id()}}}"}]}""",
            (await network.DataAsync("au-desk", help, new { id = drafted.Id() })).GetProperty("node").GetRawText());
    }

    private static int Count(JsonElement catalogue, string list) => catalogue.GetProperty(list).GetProperty("entries").GetArrayLength();

    private async Task<IReadOnlyList<string>> CodesAsync(string list)
    {
        var data = await network.DataAsync(null, "query($list: String!) { catalogue { codeList(name: $list) { entries { code } } } }", new { list });
        return [.. data.GetProperty("catalogue").GetProperty("codeList").GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("code").GetString()!)];
    }

    private async Task<IReadOnlyList<string>> SelfChecksAsync(string persona) =>
    [
        .. (await network.DataAsync(persona, """{ selfChecks(first: 100, where: { country: { eq: "DNK" } }) { nodes { id } } }"""))
            .GetProperty("selfChecks").GetProperty("nodes").EnumerateArray().Select(check => check.Id()),
    ];

    private static string Unique(string text) => $"{text} {Guid.CreateVersion7():N}";
}
