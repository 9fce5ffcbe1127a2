using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>From a review to what was done about it: recommendations of every mechanism in one register.</summary>
public sealed class FollowUp(Network network) : IClassFixture<Network>
{
    private static readonly object ToState = new { kind = "NATIONAL" };

    [Fact]
    [Row(
        "A16 B24", "`recordRecommendation`, `importRecommendations`, `linkDuplicates`, `reportProgress`, `recommendations(where:)`", without: "linkDuplicates")]
    public async Task Findings_of_many_mechanisms_come_into_one_register_with_symbol_paragraph_office_evidence_date_and_duplicates()
    {
        var symbol = Unique("CERD/C/SAMPLE");
        var imported = await network.ActAsync("secretariat", "importRecommendations", new
        {
            mechanism = "TB_CERD",
            symbol,
            audience = Network.ToMembers,
            recommendations = new[]
            {
                new { text = "Keep figures on hate crime.", paragraph = "12", country = "KEN" },
                new { text = "Train the police.", paragraph = "13", country = "KEN" },
            },
        }, "recommendations { id symbol paragraph status }");
        var figures = imported[0];
        Assert.Equal($$"""{"id":"{{figures.Id()}}","symbol":"{{symbol}}","paragraph":"12","status":"RECEIVED"}""", figures.GetRawText());
        var inquiry = await network.ActAsync("kenya", "recordRecommendation", new
        {
            mechanism = "COMMISSION_OF_INQUIRY", text = "Publish how many hate crimes there are.", symbol, paragraph = "88", audience = ToState,
        }, "recommendation { id version }");

        await network.ActAsync("kenya", "linkDuplicates", new { ids = new[] { figures.Id(), inquiry.Id() } }, "recommendation { id }");
        var accepted = await network.ActAsync(
            "kenya", "answerRecommendation", new { id = figures.Id(), version = 1, answer = "ACCEPT" }, "recommendation { id version }");
        var assigned = await network.ActAsync("kenya", "assignRecommendation", new
        {
            id = figures.Id(), version = accepted.Version(), lead = await network.OfficeAsync("KEN_NATIONAL_COMMITTEE"), nextOn = "2031-06-30",
        }, "recommendation { id version }");
        await network.ActAsync("kenya-contributor", "reportProgress", new
        {
            id = figures.Id(),
            version = assigned.Version(),
            text = "The police count by motive.",
            evidence = new[] { new { title = "Yearbook", url = "https://example.org/yearbook" } },
        }, "recommendation { id }");

        var found = await network.DataAsync("observer", """
            query($symbol: String!, $lead: ID!) {
              recommendations(where: { symbol: { eq: $symbol }, country: { eq: "KEN" }, status: { eq: IN_PROGRESS }, lead: { eq: $lead }, nextOn: { lte: "2031-12-31" } }) {
                nodes { mechanism paragraph lead { code } reports { evidence { url } } nextOn duplicates { id } }
              }
            }
            """, new { symbol, lead = await network.OfficeAsync("KEN_NATIONAL_COMMITTEE") });
        Assert.Equal(
            """[{"mechanism":"TB_CERD","paragraph":"12","lead":{"code":"KEN_NATIONAL_COMMITTEE"},"reports":[{"evidence":[{"url":"https://example.org/yearbook"}]}],"nextOn":"2031-06-30","duplicates":[]}]""",
            found.GetProperty("recommendations").GetProperty("nodes").GetRawText());
        var own = await RegisterAsync("kenya-contributor", symbol, "mechanism duplicates { mechanism }");
        Assert.Contains("""{"mechanism":"TB_CERD","duplicates":[{"mechanism":"COMMISSION_OF_INQUIRY"}]}""", own.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, (await RegisterAsync("ghana", symbol, "id")).GetArrayLength());
        Assert.False(await network.SeesAsync("ghana", inquiry.Id()));
    }

    [Fact]
    [Row(
        "B21 B22",
        "`recordReviewCycle`, `reviewCycles(country:)`, `answerRecommendation`, `reportProgress`, `completeRecommendation`",
        without: "recordReviewCycle")]
    public async Task A_review_by_peers_has_a_cycle_and_a_date_and_its_recommendations_are_answered_reported_on_at_half_time_and_done()
    {
        foreach (var (mechanism, cycle) in new[] { ("UPR", Unique("UPR 4")), ("APRM", Unique("APRM 2")) })
        {
            var kept = await network.ActAsync("ghana", "recordReviewCycle", new
            {
                mechanism, cycle, heldOn = "2023-01-24", midTermOn = "2025-07-01", nextOn = "2027-10-01", audience = Network.ToMembers,
            }, "reviewCycle { id }");
            var turns = await network.DataAsync(
                "observer",
                "query($cycle: String!) { reviewCycles(country: \"GHA\", where: { cycle: { eq: $cycle } }) { nodes { mechanism nextOn midTermOn register { body } } } }",
                new { cycle });
            var turn = Assert.Single(turns.GetProperty("reviewCycles").GetProperty("nodes").EnumerateArray());
            Assert.Equal((mechanism, "2027-10-01"), (turn.GetProperty("mechanism").GetString(), turn.GetProperty("nextOn").GetString()));
            Assert.NotEmpty(turn.GetProperty("register").GetProperty("body").GetString()!);
            Assert.False(await network.SeesAsync(null, kept.Id()));

            var recommendations = await network.ActAsync("ghana", "importRecommendations", new
            {
                mechanism,
                cycle,
                audience = Network.ToMembers,
                recommendations = new[] { new { text = $"Make prevention part of it ({cycle})." }, new { text = $"Join everything ({cycle})." } },
            }, "recommendations { id }");
            var noted = await network.ActAsync(
                "ghana", "answerRecommendation", new { id = recommendations[1].Id(), version = 1, answer = "NOTE", reason = "Not now." },
                "recommendation { status }");
            Assert.Equal("NOTED", noted.Status());
            var id = recommendations[0].Id();
            await network.ActAsync("ghana", "answerRecommendation", new { id, version = 1, answer = "ACCEPT" }, "recommendation { id }");
            await network.ActAsync("ghana", "reportProgress", new { id, version = 2, text = "Half of it.", midTerm = true }, "recommendation { id }");
            await network.ActAsync("ghana", "completeRecommendation", new { id, version = 3, result = "All of it." }, "recommendation { id }");
            var read = await network.DataAsync(
                "observer", "query($id: ID!) { node(id: $id) { ... on Recommendation { status reports { kind text } } } }", new { id });
            Assert.Equal(
                """{"status":"DONE","reports":[{"kind":"MID_TERM","text":"Half of it."},{"kind":"FINAL","text":"All of it."}]}""",
                read.GetProperty("node").GetRawText());
        }
    }

    [Fact]
    [Row("B20", "links in `evidence` only; no input holds a record about a person", without: "reportProgress")]
    public async Task Records_of_casualties_and_violations_are_referred_to_and_never_kept()
    {
        var recorded = await network.ActAsync(
            "denmark", "recordRecommendation", new { mechanism = "SPECIAL_PROCEDURES", text = "Count who was harmed." }, "recommendation { id }");
        var id = recorded.Id();
        await network.ActAsync("denmark", "answerRecommendation", new { id, version = 1, answer = "ACCEPT" }, "recommendation { id }");
        var reported = await network.ActAsync("denmark", "reportProgress", new
        {
            id, version = 2, text = "The mission counts.",
            evidence = new[] { new { title = "Casualty recording of the mission", url = "https://example.org/casualties" } },
        }, "recommendation { reports { evidence { title url } } }");
        Assert.Equal(
            """{"reports":[{"evidence":[{"title":"Casualty recording of the mission","url":"https://example.org/casualties"}]}]}""", reported.GetRawText());

        var file = "data:text/plain;base64,TmFtZXMgb2Ygd2l0bmVzc2Vz";
        Assert.Equal(
            "INVALID_INPUT",
            await network.RefusalAsync("denmark", "reportProgress", new { id, version = 3, text = "A file.", evidence = new[] { new { title = "File", url = file } } }));
        var types = await network.DataAsync(null, """{ __type(name: "EvidenceLinkInput") { inputFields { name } } }""");
        Assert.Equal("""{"inputFields":[{"name":"title"},{"name":"url"}]}""", types.GetProperty("__type").GetRawText());
        var asked = await network.AskAsync("denmark", """
            mutation { reportProgress(input: { id: "x", version: 1, text: "?", evidence: [{ title: "?", url: "?", victim: "?" }] }) { errors { code } } }
            """);
        Assert.Contains("victim", asked.Body, StringComparison.Ordinal);
        Assert.True(asked.Json.TryGetProperty("errors", out _), asked.Body);
    }

    private async Task<JsonElement> RegisterAsync(string persona, string symbol, string fields) => (await network.DataAsync(
        persona, $"query($symbol: String!) {{ recommendations(where: {{ symbol: {{ eq: $symbol }} }}) {{ nodes {{ {fields} }} }} }}", new { symbol }))
        .GetProperty("recommendations").GetProperty("nodes");

    private static string Unique(string text) => $"{text} {Guid.CreateVersion7():N}";
}
