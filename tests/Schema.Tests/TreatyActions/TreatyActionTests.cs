using System.Text.Json;

namespace R2P.Schema.Tests.TreatyActions;

public sealed class TreatyActionTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_fact_stays_in_its_office_until_it_is_shared_and_is_then_seen_by_its_audience_only()
    {
        var fact = await RecordAsync("kenya", "ICCPR", "ACCESSION", "1972-05-01", audience: null);
        Assert.Equal(("RECORDED", 1), Personas.State(fact));
        foreach (var persona in new[] { "ghana", "secretariat", "kenya-contributor", "observer", "auditor", "admin", null })
        {
            Assert.False(await _personas.SeesAsync(persona, Personas.Id(fact)), persona);
            Assert.Equal("NOTHING_RECORDED", await StandingAsync(persona, "KEN", "ICCPR"));
        }

        await _personas.ActAsync("kenya", "shareDocument", "document", Personas.Step(fact, Personas.ToAfrica));

        Assert.Equal("PARTY", await StandingAsync("ghana", "KEN", "ICCPR"));
        Assert.Equal("NOTHING_RECORDED", await StandingAsync("denmark", "KEN", "ICCPR"));
        Assert.Equal("NOTHING_RECORDED", await StandingAsync(null, "KEN", "ICCPR"));
        Assert.Contains(
            Personas.Id(fact), (await network.DataAsync("ghana", "{ treatyActions(first: 200) { nodes { id } } }")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Personas.Id(fact), (await network.DataAsync("denmark", "{ treatyActions(first: 200) { nodes { id } } }")).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CAT", "SIGNATURE 2000-01-01", "SIGNATORY", false)]
    [InlineData("CEDAW", "RATIFICATION 2001-01-01,SIGNATURE 2002-01-01", "PARTY", false)]
    [InlineData("CRC", "RATIFICATION 2001-01-01,RESERVATION 2001-01-01", "PARTY", true)]
    [InlineData("CRPD", "RATIFICATION 2001-01-01,RESERVATION 2001-01-01,WITHDRAWAL_OF_RESERVATION 2005-01-01", "PARTY", false)]
    [InlineData("CPED", "WITHDRAWAL 2009-01-01,RATIFICATION 2001-01-01", "WITHDRAWN", false)]
    [InlineData("OPCAT", "RATIFICATION 2001-01-01,WITHDRAWAL 2009-01-01,ACCESSION 2011-01-01", "PARTY", false)]
    [InlineData("ICRMW", "WITHDRAWAL 2001-01-01,RATIFICATION 2001-01-01", "WITHDRAWN", false)]
    public async Task Where_a_State_stands_follows_from_what_it_did_in_the_order_of_the_days(
        string instrument, string actions, string standing, bool reservations)
    {
        foreach (var action in actions.Split(','))
        {
            await RecordAsync("ghana", instrument, action.Split(' ')[0], action.Split(' ')[1], Personas.ToMembers);
        }

        var status = (await network.DataAsync(
            "observer", $"{{ treatyStatus(country: \"GHA\", instrument: \"{instrument}\") {{ standing hasReservations }} }}")).GetProperty("treatyStatus");

        Assert.Equal($$"""{"standing":"{{standing}}","hasReservations":{{(reservations ? "true" : "false")}}}""", status.GetRawText());
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once_each_with_its_path()
    {
        var data = await network.DataAsync(
            "kenya",
            "mutation($input: RecordTreatyActionInput!) { recordTreatyAction(input: $input) { treatyAction { id } errors { code path } } }",
            new { input = new { action = "MAYBE", instrument = "NO_TREATY", doneOn = "2900-01-01", source = new { text = "x", url = "ftp://x" } } });

        Assert.Equal(
            """[{"code":"INVALID_INPUT","path":["input","instrument"]},{"code":"INVALID_INPUT","path":["input","action"]},{"code":"INVALID_INPUT","path":["input","source","url"]},{"code":"INVALID_INPUT","path":["input","doneOn"]}]""",
            data.GetProperty("recordTreatyAction").GetProperty("errors").GetRawText());
    }

    [Theory]
    [InlineData("kenya-contributor")]
    [InlineData("civil-society-kenya")]
    [InlineData("observer")]
    [InlineData("admin")]
    public async Task Who_does_not_decide_for_an_office_records_nothing(string persona)
    {
        var refusal = await _personas.RefusalAsync(
            persona, "recordTreatyAction", "treatyAction", new { action = "SIGNATURE", instrument = "CAT", doneOn = "2000-01-01", country = "KEN" });

        Assert.Equal("NOT_ALLOWED", refusal.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_report_and_a_pledge_are_told_to_nobody_but_their_audience()
    {
        var report = await ActAsync("ghana", "recordReport", "RecordReportInput", new { instrument = "CAT", title = "Third", dueOn = "2030-01-01" }, "report");
        var pledge = await ActAsync(
            "ghana", "recordPledge", "RecordPledgeInput",
            new { kind = "OTHER", title = "A pledge", text = "To do.", madeOn = "2020-01-01", audience = Personas.ToAfrica }, "pledge");
        foreach (var id in new[] { report, pledge })
        {
            foreach (var persona in new[] { "denmark", "observer", "auditor", "admin", null })
            {
                Assert.Equal("""{"node":null}""", (await network.DataAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id })).GetRawText());
            }
        }

        Assert.Equal(
            """{"treatyReports":{"totalCount":0},"pledges":{"totalCount":0}}""",
            (await network.DataAsync(null, "{ treatyReports { totalCount } pledges { totalCount } }")).GetRawText());
        Assert.Equal(
            "A pledge",
            (await network.DataAsync("kenya", "query($id: ID!) { node(id: $id) { ... on Pledge { title } } }", new { id = pledge }))
                .GetProperty("node").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_State_stands_behind_a_pledge_once_and_ends_that_once_and_not_before_it_began()
    {
        var pledge = await ActAsync(
            "secretariat", "recordPledge", "RecordPledgeInput",
            new { kind = "OTHER", title = "Once", text = "To do.", madeOn = "2020-01-01", audience = Personas.ToMembers }, "pledge");
        var support = new { pledge, audience = Personas.ToMembers, since = "2024-05-01" };
        var both = await Task.WhenAll(
            _personas.TryAsync("ghana", "supportPledge", "pledge", support), _personas.TryAsync("ghana", "supportPledge", "pledge", support));
        Assert.Equal(["", "INVALID_INPUT"], both.Order(StringComparer.Ordinal));
        var row = (await network.DataAsync("ghana", "query($id: ID!) { node(id: $id) { ... on Pledge { support { id version } } } }", new { id = pledge }))
            .GetProperty("node").GetProperty("support")[0];

        var early = await _personas.RefusalAsync("ghana", "endPledgeSupport", "pledge", new { id = Personas.Id(row), version = 1, until = "2024-04-30" });
        await _personas.ActAsync("ghana", "endPledgeSupport", "pledge", new { id = Personas.Id(row), version = 1, until = "2024-06-01" }, "id");
        var twice = await _personas.RefusalAsync("ghana", "endPledgeSupport", "pledge", new { id = Personas.Id(row), version = 2 });

        Assert.Equal("""["input","until"]""", early.GetProperty("path").GetRawText());
        Assert.Equal("""["input","id"]""", twice.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task What_is_put_on_record_stands_in_the_trail()
    {
        var answers = await network.DataAsync("costa-rica", """
            mutation {
              report: recordReport(input: { instrument: "CAT", title: "First", dueOn: "2999-01-01" }) { errors { code } }
              veto: explainVeto(input: { castOn: "2020-01-01", draft: "S/1", explanation: "Why", alternativePlan: "Instead", audience: { kind: MEMBERS } }) { errors { code } }
              mandate: recordMandate(input: { entries: [{ topic: STAFF, text: "Two" }] }) { errors { code } }
              profile: updateProfile(input: { add: [{ topic: EXPERTISE, value: "Talks", audience: { kind: MEMBERS } }] }) { errors { code } }
            }
            """);
        Assert.All(answers.EnumerateObject(), answer => Assert.Equal("[]", answer.Value.GetProperty("errors").GetRawText()));

        var trail = await network.DataAsync("auditor", "{ auditTrail(first: 200) { nodes { act } } }");

        var acts = trail.GetProperty("auditTrail").GetProperty("nodes").EnumerateArray().Select(entry => entry.GetProperty("act").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "REPORT_RECORDED", "VETO_EXPLAINED", "MANDATE_RECORDED", "PROFILE_UPDATED" }, acts);
    }

    private async Task<string> ActAsync(string persona, string act, string type, object input, string answer)
    {
        var payload = (await network.DataAsync(
            persona, $"mutation($input: {type}!) {{ {act}(input: $input) {{ {answer} {{ id }} errors {{ code message path }} }} }}",
            new { input })).GetProperty(act);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(answer).GetProperty("id").GetString()!;
    }

    private Task<JsonElement> RecordAsync(string persona, string instrument, string action, string doneOn, object? audience) =>
        _personas.ActAsync(persona, "recordTreatyAction", "treatyAction", new { instrument, action, doneOn, audience });

    private async Task<string?> StandingAsync(string? persona, string country, string instrument) => (await network.DataAsync(
        persona, $"{{ treatyStatus(country: \"{country}\", instrument: \"{instrument}\") {{ standing }} }}")).GetProperty("treatyStatus").GetProperty("standing").GetString();
}
