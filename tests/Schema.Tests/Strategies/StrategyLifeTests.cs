using System.Text.Json;
using R2P.Schema.Tests.Recommendations;

namespace R2P.Schema.Tests.Strategies;

public sealed class StrategyLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Answer = "strategy { id version status }";

    private static readonly object ToEveryone = new { kind = "PUBLIC" };
    private static readonly object ToNobody = new { kind = "OFFICE" };

    private readonly FollowUpDesk _desk = new(network);

    [Fact]
    public async Task A_strategy_is_drafted_revised_adopted_reported_on_and_closed_with_results_against_its_aims()
    {
        var drafted = await DraftAsync("kenya", "Whole life");
        Assert.Equal(("DRAFT", 1), Personas.State(drafted));
        var id = FollowUpDesk.Id(drafted);
        Assert.False(await _desk.SeesAsync("kenya-contributor", id));
        var revised = await _desk.ActAsync("kenya", "reviseStrategy", new { id, version = 1, text = "Internal." }, Answer);
        var adopted = await _desk.ActAsync("kenya", "adoptStrategy", new { id, version = 2, audience = FollowUpDesk.ToState }, Answer);
        Assert.Equal(("ADOPTED", 3), Personas.State(adopted));

        await _desk.ActAsync("kenya-contributor", "reportAction", new
        {
            id,
            version = 3,
            action = "A1",
            status = "DONE",
            outcome = "DID_NOT_WORK",
            text = "Nobody came.",
            evidence = new[] { new { title = "Minutes", url = "https://example.org/minutes" } },
        }, Answer);
        Assert.Equal(
            ["INVALID_INPUT input.results: Say what was reached of \"G2\"."],
            await _desk.RefusalAsync("kenya", "closeStrategy", new { id, version = 4, results = new[] { new { goal = "G1", outcome = "WORKED", result = "Calm." } } }));
        var closed = await _desk.ActAsync("kenya", "closeStrategy", new
        {
            id,
            version = 4,
            conclusions = "Begin earlier.",
            results = new[] { new { goal = "G1", outcome = "WORKED", result = "Calm." }, new { goal = "G2", outcome = "DID_NOT_WORK", result = "No money." } },
        }, Answer);
        Assert.Equal(("CLOSED", 5), Personas.State(closed));

        var seen = await _desk.SeeAsync(
            "kenya-contributor",
            id,
            """
            ... on Strategy {
              country organization text conclusions nextDueOn goals { key outcome result }
              actions { key goal office { code } indicator status codes assistance plans { kind title } reports { outcome text evidence { url } } }
              events(first: 9) { nodes { type } }
            }
            """);
        Assert.Equal(
            """{"country":"KEN","organization":null,"text":"Internal.","conclusions":"Begin earlier.","nextDueOn":null,"goals":[{"key":"G1","outcome":"WORKED","result":"Calm."},{"key":"G2","outcome":"DID_NOT_WORK","result":"No money."}],"actions":[{"key":"A1","goal":"G1","office":{"code":"KEN_NATIONAL_COMMITTEE"},"indicator":"Every county has one.","status":"DONE","codes":["POLITICAL_TRANSITIONS","PVE_ACCOUNTABILITY"],"assistance":"CAPACITY_BUILDING","plans":[{"kind":"WOMEN_PEACE_SECURITY","title":"National action plan"}],"reports":[{"outcome":"DID_NOT_WORK","text":"Nobody came.","evidence":[{"url":"https://example.org/minutes"}]}]}],"events":{"nodes":[{"type":"STRATEGY_CLOSED"},{"type":"ACTION_REPORTED"},{"type":"STRATEGY_ADOPTED"}]}}""",
            seen.GetRawText());
        Assert.Equal(2, Personas.State(revised).Version);
    }

    [Fact]
    public async Task An_action_keeps_its_reports_when_the_strategy_is_revised()
    {
        var adopted = await AdoptAsync("ghana", "Keeps its reports");
        var id = FollowUpDesk.Id(adopted);
        await _desk.ActAsync("ghana", "reportAction", new { id, version = 2, action = "A1", status = "UNDER_WAY", text = "Begun." }, Answer);

        await _desk.ActAsync(
            "ghana",
            "reviseStrategy",
            new { id, version = 3, actions = new[] { new { key = "A1", text = "Other words." }, new { key = "A2", text = "New." } } },
            Answer);

        var seen = await _desk.SeeAsync("ghana", id, "... on Strategy { actions { key status text reports { text } } }");
        Assert.Equal(
            """[{"key":"A1","status":"UNDER_WAY","text":"Other words.","reports":[{"text":"Begun."}]},{"key":"A2","status":"PLANNED","text":"New.","reports":[]}]""",
            seen.GetProperty("actions").GetRawText());
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once_each_at_its_place()
    {
        var hidden = FollowUpDesk.Id(await _desk.RecordAsync("kenya"));

        Assert.Equal(
            [
                "INVALID_INPUT input.title: Must not be empty.",
                "INVALID_INPUT input.validTo: Must not lie before validFrom.",
                "INVALID_INPUT input.actions: \"A1\" is given more than once.",
                "INVALID_INPUT input.actions.0.goal: The strategy has no goal \"G9\".",
                "INVALID_INPUT input.actions.0.codes.0: Unknown code \"NO_CODE\". The catalogue lists the codes.",
                "INVALID_INPUT input.actions.0.assistance: Unknown kind of assistance \"KEN\". The catalogue lists the codes.",
                "INVALID_INPUT input.capacities.0.inhibitor: Unknown inhibitor \"LUCK\". The catalogue lists the codes.",
                "INVALID_INPUT input.actions.0.office: Must be an office of the same State or organization.",
                "INVALID_INPUT input.actions.0.recommendations.0: There is no such recommendation, or you may not see it.",
            ],
            await _desk.RefusalAsync("ghana", "draftStrategy", new
            {
                title = "",
                validFrom = "2027-01-01",
                validTo = "2026-01-01",
                capacities = new[] { new { inhibitor = "LUCK", strengths = "Much." } },
                actions = new object[]
                {
                    new
                    {
                        key = "A1", text = "?", goal = "G9", codes = new[] { "NO_CODE" }, assistance = "KEN",
                        office = FollowUpDesk.Office("KEN_FOCAL_POINT"), recommendations = new[] { hidden },
                    },
                    new { key = "A1", text = "Twice." },
                },
            }));
    }

    [Fact]
    public async Task An_action_that_is_over_says_what_came_of_it()
    {
        var adopted = await AdoptAsync("ghana", "Says what came of it");
        var id = FollowUpDesk.Id(adopted);

        Assert.Equal(
            [
                "INVALID_INPUT input.action: The strategy has no action \"B7\".",
                "INVALID_INPUT input.outcome: Say what came of it, also if it did not work.",
            ],
            await _desk.RefusalAsync("ghana", "reportAction", new { id, version = 2, action = "B7", status = "DROPPED", text = "Given up." }));
    }

    [Fact]
    public async Task Only_the_actions_office_and_the_strategys_own_report()
    {
        var drafted = await _desk.ActAsync("kenya", "draftStrategy", new
        {
            title = "Two actions",
            actions = new object[]
            {
                new { key = "A1", text = "One.", office = FollowUpDesk.Office("KEN_NATIONAL_COMMITTEE") },
                new { key = "A2", text = "Two.", office = FollowUpDesk.Office("KEN_FOCAL_POINT") },
            },
        }, Answer);
        var id = FollowUpDesk.Id(drafted);
        await _desk.ActAsync("kenya", "adoptStrategy", new { id, version = 1, audience = FollowUpDesk.ToMembers }, Answer);
        object Report(string action) => new { id, version = 2, action, status = "UNDER_WAY", text = "Begun." };

        Assert.StartsWith("NOT_ALLOWED", Assert.Single(await _desk.RefusalAsync("ghana", "reportAction", Report("A1"))), StringComparison.Ordinal);
        Assert.StartsWith("NOT_ALLOWED", Assert.Single(await _desk.RefusalAsync("kenya-contributor", "reportAction", Report("A2"))), StringComparison.Ordinal);
        await _desk.ActAsync("kenya-contributor", "reportAction", Report("A1"), Answer);
        Assert.StartsWith(
            "NOT_ALLOWED",
            Assert.Single(await _desk.RefusalAsync("kenya-contributor", "reviseStrategy", new { id, version = 3, title = "Mine" })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_summary_travels_and_the_strategy_stays()
    {
        var adopted = await AdoptAsync("kenya", "Stays at home");
        var id = FollowUpDesk.Id(adopted);
        object Summary(int? version) => new { strategyId = id, title = "What we do (travels)", text = "Prevention pays.", audience = ToEveryone, version };

        var first = await _desk.ActAsync("kenya", "publishStrategySummary", Summary(null), "summary { id version }");

        const string list = """{ strategySummaries(where: { title: { eq: "What we do (travels)" } }) { totalCount nodes { country title text strategy { title } owner { code } } } }""";
        Assert.Equal(
            """{"totalCount":1,"nodes":[{"country":"KEN","title":"What we do (travels)","text":"Prevention pays.","strategy":null,"owner":{"code":"KEN_FOCAL_POINT"}}]}""",
            (await network.DataAsync(null, list)).GetProperty("strategySummaries").GetRawText());
        Assert.False(await _desk.SeesAsync("ghana", id));
        Assert.Equal(
            """{"totalCount":0}""",
            (await network.DataAsync("ghana", """{ strategies(where: { title: { eq: "Stays at home" } }) { totalCount } }"""))
                .GetProperty("strategies").GetRawText());
        Assert.Equal(
            ["CONFLICT input.version: Somebody changed it meanwhile; the current version is 1. Read it and decide again."],
            await _desk.RefusalAsync("kenya", "publishStrategySummary", Summary(null)));
        Assert.Equal(2, (await _desk.ActAsync("kenya", "publishStrategySummary", Summary(1), "summary { id version }")).GetProperty("version").GetInt32());
        Assert.StartsWith("NOT_FOUND", Assert.Single(await _desk.RefusalAsync("ghana", "publishStrategySummary", Summary(2))), StringComparison.Ordinal);

        await _desk.ActAsync("kenya", "withdrawDocument", new { id, version = 2, reason = "Wrong." }, "document { id }");
        Assert.False(await _desk.SeesAsync(null, FollowUpDesk.Id(first)));
    }

    [Fact]
    public async Task A_summary_that_is_published_while_its_strategy_is_taken_back_does_not_stay_public()
    {
        for (var round = 0; round < 4; round++)
        {
            var adopted = await AdoptAsync("kenya", $"Taken back at once {round}");
            var title = $"Left over {round}";
            await Task.WhenAll(
                _desk.RefusalAsync(
                    "kenya", "publishStrategySummary", new { strategyId = FollowUpDesk.Id(adopted), title, text = "We prevent.", audience = ToEveryone }),
                _desk.RefusalAsync("kenya", "withdrawDocument", new { id = FollowUpDesk.Id(adopted), version = 2, reason = "Wrong." }));

            Assert.Equal(
                "WITHDRAWN", (await _desk.SeeAsync("kenya", FollowUpDesk.Id(adopted), "... on Strategy { status }")).GetProperty("status").GetString());
            var left = await network.DataAsync(
                null, "query($title: String!) { strategySummaries(where: { title: { eq: $title } }) { totalCount } }", new { title });
            Assert.Equal("""{"strategySummaries":{"totalCount":0}}""", left.GetRawText());
        }
    }

    [Fact]
    public async Task A_self_check_stays_in_the_office_until_it_is_shared()
    {
        var answers = new[] { new { code = "REC2013_1_FOCAL_POINT", state = "IN_PLACE", note = "Since 2010." } };
        var recorded = await _desk.ActAsync("ghana", "recordSelfCheck", new { list = "RECOMMENDATIONS2013", answers }, "selfCheck { id version }");
        var id = FollowUpDesk.Id(recorded);
        Assert.False(await _desk.SeesAsync("secretariat", id));
        Assert.Equal(
            """{"totalCount":0}""",
            (await network.DataAsync("secretariat", """{ selfChecks(where: { country: { eq: "GHA" } }) { totalCount } }"""))
                .GetProperty("selfChecks").GetRawText());

        await _desk.ActAsync("ghana", "shareSelfCheck", new { id, version = 1, audience = FollowUpDesk.ToMembers }, "selfCheck { id }");

        var seen = await network.DataAsync(
            "secretariat",
            """{ selfChecks(where: { country: { eq: "GHA" }, list: { eq: RECOMMENDATIONS2013 } }) { nodes { answers { code state note } } } }""");
        Assert.Equal(
            """[{"answers":[{"code":"REC2013_1_FOCAL_POINT","state":"IN_PLACE","note":"Since 2010."}]}]""",
            seen.GetProperty("selfChecks").GetProperty("nodes").GetRawText());
        Assert.StartsWith(
            "NOT_ALLOWED",
            Assert.Single(await _desk.RefusalAsync("kenya", "shareSelfCheck", new { id, version = 2, audience = ToEveryone })),
            StringComparison.Ordinal);
        await _desk.ActAsync("ghana", "shareSelfCheck", new { id, version = 2, audience = ToNobody }, "selfCheck { id }");
        Assert.False(await _desk.SeesAsync("secretariat", id));
        Assert.Equal(
            ["INVALID_INPUT input.answers.0.code: Unknown entry of priorities2015 \"REC2013_1_FOCAL_POINT\". The catalogue lists the codes."],
            await _desk.RefusalAsync("ghana", "recordSelfCheck", new { list = "PRIORITIES2015", answers }));
    }

    [Fact]
    public async Task The_steps_of_a_pair_of_bodies_show_what_either_side_shares()
    {
        object Steps(string partner, string state, string note) =>
            new { list = "REGIONAL_STEPS2016", partner, answers = new[] { new { code = "STEP_1_RELATIONSHIPS", state, note } } };
        var shared = await _desk.ActAsync("au-desk", "recordSelfCheck", Steps("EU", "UNDER_WAY", "Desks meet monthly."), "selfCheck { id version }");
        await _desk.ActAsync(
            "au-desk", "shareSelfCheck", new { id = FollowUpDesk.Id(shared), version = 1, audience = FollowUpDesk.ToMembers }, "selfCheck { id }");
        await _desk.ActAsync("eu-desk", "recordSelfCheck", Steps("AU", "PLANNED", "Not shared yet."), "selfCheck { id }");
        const string view = """{ regionalSteps(body: "EU", partner: "AU") { step { code } views { body state note } } }""";

        var ownView = (await network.DataAsync("eu-desk", view)).GetProperty("regionalSteps");
        var othersView = (await network.DataAsync("observer", view)).GetProperty("regionalSteps");

        Assert.Equal(5, othersView.GetArrayLength());
        Assert.Equal(
            """{"step":{"code":"STEP_1_RELATIONSHIPS"},"views":[{"body":"AU","state":"UNDER_WAY","note":"Desks meet monthly."}]}""",
            othersView[0].GetRawText());
        Assert.Equal(2, ownView[0].GetProperty("views").GetArrayLength());
        Assert.StartsWith(
            "INVALID_INPUT input.partner", Assert.Single(await _desk.RefusalAsync("au-desk", "recordSelfCheck", Steps("AU", "PLANNED", "?"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_actions_recommendations_show_as_far_as_the_reader_may_see_them()
    {
        var shared = FollowUpDesk.Id(await _desk.RecordAsync("denmark", FollowUpDesk.ToMembers, "Carried out, shared."));
        var hidden = FollowUpDesk.Id(await _desk.RecordAsync("denmark", text: "Carried out, hidden."));
        var drafted = await _desk.ActAsync(
            "denmark", "draftStrategy",
            new { title = "Carries out", actions = new[] { new { key = "A1", text = "Both.", recommendations = new[] { shared, hidden } } } }, Answer);
        await _desk.ActAsync("denmark", "adoptStrategy", new { id = FollowUpDesk.Id(drafted), version = 1, audience = FollowUpDesk.ToMembers }, Answer);
        const string links = "... on Strategy { actions { recommendations { title } } }";

        Assert.Equal(
            """{"actions":[{"recommendations":[{"title":"Carried out, shared."},{"title":"Carried out, hidden."}]}]}""",
            (await _desk.SeeAsync("denmark", FollowUpDesk.Id(drafted), links)).GetRawText());
        Assert.Equal(
            """{"actions":[{"recommendations":[{"title":"Carried out, shared."}]}]}""",
            (await _desk.SeeAsync("observer", FollowUpDesk.Id(drafted), links)).GetRawText());
    }

    [Fact]
    public async Task A_due_action_reaches_the_office_that_sees_to_it()
    {
        var adopted = await AdoptAsync("kenya", "Has a due action");

        Assert.Contains((FollowUpDesk.Id(adopted), "KEN_NATIONAL_COMMITTEE"), await _desk.InboxAsync("kenya-contributor", "ACTION_DUE"));
        Assert.DoesNotContain(FollowUpDesk.Id(adopted), (await _desk.InboxAsync("kenya", "ACTION_DUE")).Select(entry => entry.Subject));
        Assert.DoesNotContain(FollowUpDesk.Id(adopted), (await _desk.InboxAsync("ghana", "ACTION_DUE")).Select(entry => entry.Subject));
    }

    [Theory]
    [InlineData("civil-society-kenya")]
    [InlineData("secretariat")]
    [InlineData("observer")]
    [InlineData("admin")]
    public async Task Others_draft_none(string persona) => Assert.StartsWith(
        "NOT_ALLOWED", Assert.Single(await _desk.RefusalAsync(persona, "draftStrategy", new { title = "No" })), StringComparison.Ordinal);

    private Task<JsonElement> DraftAsync(string persona, string title) => _desk.ActAsync(persona, "draftStrategy", new
    {
        title,
        tags = new[] { "POLITICAL_COMMITMENT" },
        goals = new[] { new { key = "G1", aim = "Calm elections." }, new { key = "G2", aim = "Trust." } },
        actions = new[]
        {
            new
            {
                key = "A1",
                goal = "G1",
                text = "Peace councils.",
                office = persona == "kenya" ? FollowUpDesk.Office("KEN_NATIONAL_COMMITTEE") : null,
                dueOn = "2020-01-01",
                indicator = "Every county has one.",
                codes = new[] { "POLITICAL_TRANSITIONS", "PVE_ACCOUNTABILITY" },
                assistance = "CAPACITY_BUILDING",
                plans = new[] { new { kind = "WOMEN_PEACE_SECURITY", title = "National action plan" } },
            },
        },
    }, Answer);

    private async Task<JsonElement> AdoptAsync(string persona, string title) => await _desk.ActAsync(
        persona, "adoptStrategy", new { id = FollowUpDesk.Id(await DraftAsync(persona, title)), version = 1, audience = FollowUpDesk.ToState }, Answer);
}
