namespace R2P.Schema.Tests.Recommendations;

public sealed class RecommendationLifeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly FollowUpDesk _desk = new(network);

    [Fact]
    public async Task A_recommendation_is_received_accepted_assigned_reported_on_and_done()
    {
        var received = await _desk.RecordAsync("kenya", FollowUpDesk.ToState);
        Assert.Equal(("RECEIVED", 1), Personas.State(received));
        var id = FollowUpDesk.Id(received);

        var accepted = await _desk.ActAsync(
            "kenya", "answerRecommendation", new { id, version = 1, answer = "ACCEPT", reason = "It helps.", nextOn = "2027-03-01" });
        Assert.Equal(("ACCEPTED", 2), Personas.State(accepted));
        var assigned = await _desk.ActAsync(
            "kenya", "assignRecommendation", new { id, version = 2, lead = FollowUpDesk.Office("KEN_NATIONAL_COMMITTEE"), nextOn = "2027-01-15" });
        Assert.Equal(("ACCEPTED", 3), Personas.State(assigned));
        var reported = await _desk.ActAsync("kenya-contributor", "reportProgress", new
        {
            id,
            version = 3,
            text = "Observers are trained.",
            midTerm = true,
            evidence = new[] { new { title = "Training report", url = "https://example.org/report" } },
        });
        Assert.Equal(("IN_PROGRESS", 4), Personas.State(reported));
        var done = await _desk.ActAsync("kenya", "completeRecommendation", new { id, version = 4, result = "Calm in most counties; in one it did not work." });
        Assert.Equal(("DONE", 5), Personas.State(done));

        var seen = await _desk.SeeAsync(
            "kenya-contributor",
            id,
            """
            ... on Recommendation {
              mechanism country symbol paragraph title text nextOn lead { code } answer { kind reason }
              reports { kind officeId text evidence { title url } } viewerCan
            }
            """);
        Assert.Equal(
            $$"""{"mechanism":"UPR","country":"KEN","symbol":"A/HRC/44/9","paragraph":"142.7","title":"Keep elections calm.","text":"Keep elections calm.","nextOn":null,"lead":{"code":"KEN_NATIONAL_COMMITTEE"},"answer":{"kind":"ACCEPT","reason":"It helps."},"reports":[{"kind":"MID_TERM","officeId":"{{FollowUpDesk.Office("KEN_NATIONAL_COMMITTEE")}}","text":"Observers are trained.","evidence":[{"title":"Training report","url":"https://example.org/report"}]},{"kind":"FINAL","officeId":"{{FollowUpDesk.Office("KEN_FOCAL_POINT")}}","text":"Calm in most counties; in one it did not work.","evidence":[]}],"viewerCan":[]}""",
            seen.GetRawText());
        var events = await _desk.SeeAsync("kenya-contributor", id, "... on Recommendation { events(first: 10) { nodes { type } } }");
        Assert.Equal(
            ["RECOMMENDATION_COMPLETED", "RECOMMENDATION_REPORTED", "RECOMMENDATION_ASSIGNED", "RECOMMENDATION_ANSWERED", "RECOMMENDATION_RECORDED"],
            events.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(entry => entry.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task What_is_noted_needs_a_reason_and_may_be_accepted_later()
    {
        var received = await _desk.RecordAsync("ghana");
        var id = FollowUpDesk.Id(received);

        Assert.Equal(
            ["INVALID_INPUT input.reason: Must not be empty."],
            await _desk.RefusalAsync("ghana", "answerRecommendation", new { id, version = 1, answer = "NOTE" }));
        var noted = await _desk.ActAsync("ghana", "answerRecommendation", new { id, version = 1, answer = "NOTE", reason = "Not our law." });
        Assert.Equal(("NOTED", 2), Personas.State(noted));
        var accepted = await _desk.ActAsync("ghana", "answerRecommendation", new { id, version = 2, answer = "ACCEPT" });
        Assert.Equal(("ACCEPTED", 3), Personas.State(accepted));
        Assert.Equal(
            ["INVALID_TRANSITION -: answerRecommendation is not possible in the state ACCEPTED, only in RECEIVED."],
            await _desk.RefusalAsync("ghana", "answerRecommendation", new { id, version = 3, answer = "NOTE", reason = "?" }));
    }

    [Fact]
    public async Task The_State_answers_what_another_keeps_and_its_keeper_does_not()
    {
        var received = await _desk.RecordAsync("secretariat", FollowUpDesk.ToMembers, country: "GHA");
        var id = FollowUpDesk.Id(received);
        var input = new { id, version = 1, answer = "ACCEPT" };

        Assert.StartsWith("NOT_ALLOWED", Assert.Single(await _desk.RefusalAsync("secretariat", "answerRecommendation", input)), StringComparison.Ordinal);
        Assert.StartsWith("NOT_ALLOWED", Assert.Single(await _desk.RefusalAsync("kenya", "answerRecommendation", input)), StringComparison.Ordinal);
        var accepted = await _desk.ActAsync("ghana", "answerRecommendation", input);

        Assert.Equal(("ACCEPTED", 2), Personas.State(accepted));
        var lead = await _desk.SeeAsync("observer", id, "... on Recommendation { lead { code } }");
        Assert.Equal("GHA_FOCAL_POINT", lead.GetProperty("lead").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_lead_is_an_office_of_the_State_that_reads_it_already()
    {
        var hidden = await _desk.RecordAsync("kenya");
        var id = FollowUpDesk.Id(hidden);

        Assert.Equal(
            ["INVALID_INPUT input.lead: This office does not read the recommendation: share it with the State's offices first."],
            await _desk.RefusalAsync("kenya", "assignRecommendation", new { id, version = 1, lead = FollowUpDesk.Office("KEN_NATIONAL_COMMITTEE") }));
        Assert.Equal(
            ["INVALID_INPUT input.lead: Must be an office of the State that the recommendation is addressed to."],
            await _desk.RefusalAsync("kenya", "assignRecommendation", new { id, version = 1, lead = FollowUpDesk.Office("GHA_FOCAL_POINT") }));
        Assert.False(await _desk.SeesAsync("kenya-contributor", id));
    }

    [Fact]
    public async Task An_import_is_done_whole_or_not_at_all_and_every_error_names_its_place()
    {
        var input = new
        {
            mechanism = "UPR",
            symbol = "A/HRC/99/1",
            session = "35",
            audience = FollowUpDesk.ToMembers,
            recommendations = new object[]
            {
                new { text = "Import one.", paragraph = "1", themes = new[] { "Elections" }, tags = new[] { "SECURITY_SECTOR" } },
                new { text = " ", paragraph = "2", tags = new[] { "NO_CODE" } },
                new { text = "Import three.", paragraph = "1", country = "GHA" },
                new { text = "Import four.", paragraph = "1" },
            },
        };

        Assert.Equal(
            [
                "INVALID_INPUT input.recommendations.1.text: Must not be empty.",
                "INVALID_INPUT input.recommendations.1.tags.0: Unknown code \"NO_CODE\". The catalogue lists the codes.",
                "INVALID_INPUT input.recommendations.2.country: An office of a State records what is addressed to its own State.",
                "INVALID_INPUT input.recommendations.3.paragraph: Paragraph 1 is given more than once for DNK.",
            ],
            await _desk.RefusalAsync("denmark", "importRecommendations", input));
        var none = await network.DataAsync("denmark", """{ recommendations(where: { symbol: { eq: "A/HRC/99/1" } }) { totalCount } }""");
        Assert.Equal(0, none.GetProperty("recommendations").GetProperty("totalCount").GetInt32());

        var texts = Enumerable.Range(1, 200).Select(number => new { text = $"Imported {number}.", paragraph = $"{number}" }).ToArray();
        var done = await _desk.ActAsync(
            "denmark",
            "importRecommendations",
            new { mechanism = "UPR", symbol = "A/HRC/99/2", recommendations = texts, clientMutationId = "import-1" },
            "recommendations { paragraph }");
        Assert.Equal(texts.Select(entry => entry.paragraph), done.EnumerateArray().Select(entry => entry.GetProperty("paragraph").GetString()));
        var again = await _desk.ActAsync(
            "denmark",
            "importRecommendations",
            new { mechanism = "UPR", symbol = "A/HRC/99/2", recommendations = texts, clientMutationId = "import-1" },
            "recommendations { paragraph }");
        Assert.Equal(200, again.GetArrayLength());
        var all = await network.DataAsync("denmark", """{ recommendations(where: { symbol: { eq: "A/HRC/99/2" } }) { totalCount } }""");
        Assert.Equal(200, all.GetProperty("recommendations").GetProperty("totalCount").GetInt32());
        var hidden = await network.DataAsync("observer", """{ recommendations(where: { symbol: { eq: "A/HRC/99/2" } }) { totalCount } }""");
        Assert.Equal(0, hidden.GetProperty("recommendations").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once()
    {
        Assert.Equal(
            [
                "INVALID_INPUT input.mechanism: Unknown review mechanism or report \"KEN\". The catalogue lists the codes.",
                "INVALID_INPUT input.text: Must not be empty.",
                "INVALID_INPUT input.country: Name the State that it is addressed to.",
                "INVALID_INPUT input.themes: \"A\" is given more than once.",
            ],
            await _desk.RefusalAsync("au-desk", "recordRecommendation", new { mechanism = "KEN", text = "", themes = new[] { "A", "A" } }));
        var received = await _desk.RecordAsync("ghana");
        var accepted = await _desk.ActAsync("ghana", "answerRecommendation", new { id = FollowUpDesk.Id(received), version = 1, answer = "ACCEPT" });
        Assert.Equal(
            ["INVALID_INPUT input.evidence.0.url: Must be an address that begins with https:// or http://, at most 2,000 characters long."],
            await _desk.RefusalAsync("ghana", "reportProgress", new
            {
                id = FollowUpDesk.Id(accepted), version = 2, text = "See there.", evidence = new[] { new { title = "Report", url = "javascript:alert(1)" } },
            }));
    }

    [Theory]
    [InlineData("civil-society-kenya")]
    [InlineData("observer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Others_record_none(string persona) => Assert.StartsWith(
        "NOT_ALLOWED",
        Assert.Single(await _desk.RefusalAsync(persona, "recordRecommendation", new { mechanism = "UPR", text = "No", country = "KEN" })),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_contributor_records_but_does_not_share() => Assert.StartsWith(
        "NOT_ALLOWED",
        Assert.Single(await _desk.RefusalAsync(
            "kenya-contributor", "recordRecommendation", new { mechanism = "UPR", text = "Shared?", audience = FollowUpDesk.ToMembers })),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_register_is_filtered_by_mechanism_State_status_lead_and_date()
    {
        var received = await _desk.RecordAsync("costa-rica", FollowUpDesk.ToMembers, "Filtered by everything.");
        await _desk.ActAsync(
            "costa-rica", "answerRecommendation", new { id = FollowUpDesk.Id(received), version = 1, answer = "ACCEPT", nextOn = "2031-05-01" });

        var found = await network.DataAsync(
            "observer",
            """
            query($lead: ID!) {
              recommendations(where: { mechanism: { eq: "UPR" }, country: { eq: "CRI" }, status: { in: [ACCEPTED] }, lead: { eq: $lead }, nextOn: { gte: "2031-05-01" } },
                order: [{ nextOn: ASC }]) { nodes { text nextOn } }
            }
            """,
            new { lead = FollowUpDesk.Office("CRI_FOCAL_POINT") });

        Assert.Equal("""[{"text":"Filtered by everything.","nextOn":"2031-05-01"}]""", found.GetProperty("recommendations").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task The_register_as_of_a_moment_shows_the_status_of_then()
    {
        var received = await _desk.RecordAsync("ghana", FollowUpDesk.ToMembers, "As of a moment.");
        var then = (await _desk.SeeAsync("ghana", FollowUpDesk.Id(received), "... on Recommendation { updatedAt }")).GetProperty("updatedAt").GetString();
        await _desk.ActAsync("ghana", "answerRecommendation", new { id = FollowUpDesk.Id(received), version = 1, answer = "ACCEPT" });

        var past = await network.DataAsync(
            "observer",
            """query($at: DateTime!) { recommendations(asOf: $at, where: { title: { eq: "As of a moment." } }) { nodes { status version } } }""",
            new { at = then });

        Assert.Equal("""[{"status":"RECEIVED","version":1}]""", past.GetProperty("recommendations").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task The_turns_of_a_State_are_recorded_once_for_each_cycle_and_shared_by_an_act()
    {
        var input = new { mechanism = "UPR", cycle = "3", heldOn = "2020-01-23", nextOn = "2025-01-30" };
        var first = await _desk.ActAsync("kenya", "recordReviewCycle", input, "reviewCycle { id version }");
        const string list = """{ reviewCycles(country: "KEN") { nodes { mechanism cycle nextOn register { cycleYears } owner { code } } } }""";
        Assert.Equal("[]", (await network.DataAsync("observer", list)).GetProperty("reviewCycles").GetProperty("nodes").GetRawText());

        var second = await _desk.ActAsync(
            "kenya", "recordReviewCycle", new { mechanism = "UPR", cycle = "3", nextOn = "2025-05-01", audience = FollowUpDesk.ToMembers },
            "reviewCycle { id version }");

        Assert.Equal(FollowUpDesk.Id(first), FollowUpDesk.Id(second));
        Assert.Equal(2, second.GetProperty("version").GetInt32());
        Assert.Equal(
            """[{"mechanism":"UPR","cycle":"3","nextOn":"2025-05-01","register":{"cycleYears":4.5},"owner":{"code":"KEN_FOCAL_POINT"}}]""",
            (await network.DataAsync("observer", list)).GetProperty("reviewCycles").GetProperty("nodes").GetRawText());
        Assert.False(await _desk.SeesAsync(null, FollowUpDesk.Id(first)));
    }
}
