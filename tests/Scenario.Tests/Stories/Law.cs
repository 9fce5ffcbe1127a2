using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Legal instruments, accountability and pledges: facts on record.</summary>
public sealed class Law(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row(
        "B50 C26",
        "`recordTreatyAction`, `reviseTreatyAction`, `treatyStatus`, `recordReport`, `submitReport`, inbox `TREATY_REPORT_DUE`",
        without: "recordTreatyAction")]
    public async Task What_a_State_did_about_an_instrument_is_on_record_and_reports_are_called_to_mind()
    {
        var state = await network.StateAsync("SEN");
        var listed = (await network.DataAsync(null, "{ catalogue { legalInstruments { code } treatySteps { code makesParty } } }")).GetProperty("catalogue");
        var codes = listed.GetProperty("legalInstruments").EnumerateArray().Select(row => row.GetProperty("code").GetString()).ToArray();
        foreach (var named in new[]
        {
            "GENOCIDE_CONVENTION", "ADDITIONAL_PROTOCOL_I", "ADDITIONAL_PROTOCOL_II", "REFUGEE_CONVENTION", "REFUGEE_PROTOCOL", "ROME_STATUTE",
            "ARMS_TRADE_TREATY",
        })
        {
            Assert.Contains(named, codes);
        }

        await ActionAsync(state, "SIGNATURE", "1998-07-18");
        var ratified = await ActionAsync(state, "RATIFICATION", "1999-02-02");
        await ActionAsync(state, "RESERVATION", "1999-02-02");
        await ActionAsync(state, "WITHDRAWAL", "2020-01-01", Network.ToAfrica);
        Assert.Equal("SIGNATORY", (await StatusAsync("observer", "1998-12-31")).Standing);
        Assert.Equal(("PARTY", "1999-02-02"), await StatusAsync("observer", "2025-01-01"));
        Assert.Equal(("WITHDRAWN", "2020-01-01"), await StatusAsync("kenya", "2025-01-01"));
        Assert.Equal(("NOTHING_RECORDED", null), await StatusAsync(null, "2025-01-01"));
        var revised = await network.ActAsync(
            state,
            "reviseTreatyAction",
            new { id = ratified.Id(), version = ratified.Version(), domesticLaw = "Act 2 of 2007.", implementation = "A unit of the prosecution.", reason = "Added" },
            "treatyAction { id version domesticLaw implementation }");
        Assert.Equal("Act 2 of 2007.", revised.GetProperty("domesticLaw").GetString());
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync(
            state, "recordTreatyAction", new { country = "GHA", instrument = "ROME_STATUTE", action = "RATIFICATION", doneOn = "1999-12-20" }));

        var report = await network.ActAsync(
            state, "recordReport", new { instrument = "CAT", title = Founding.NewName("Fifth report"), dueOn = Day(30), audience = Network.ToMembers },
            "report { id version dueOn }");
        Assert.Contains(report.Id(), await DueForAsync(state));
        Assert.DoesNotContain(report.Id(), await DueForAsync("secretariat"));
        var submitted = await network.ActAsync(state, "submitReport", new { id = report.Id(), version = report.Version() }, "report { id submittedOn }");
        Assert.NotNull(submitted.GetProperty("submittedOn").GetString());
        Assert.DoesNotContain(report.Id(), await DueForAsync(state));
        Assert.True(await network.SeesAsync("observer", report.Id()));
        Assert.False(await network.SeesAsync(null, report.Id()));
    }

    [Fact]
    [Row("A17 B51", "`recordTreatyAction(accountability:)`, `treatyActions(where:)`", without: "recordTreatyAction")]
    public async Task Accountability_is_a_fact_with_a_public_reference_and_never_the_evidence_of_a_case()
    {
        var state = await network.StateAsync("UGA");
        var bare = new { accountability = "REFERRED", doneOn = "2003-12-16", instrument = "ROME_STATUTE", partner = "International Criminal Court" };
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync(state, "recordTreatyAction", bare));
        var recorded = new List<string>();
        foreach (var step in new[] { "CRIMINALIZED", "PROSECUTED", "REFERRED", "COOPERATED" })
        {
            var fact = await network.ActAsync(state, "recordTreatyAction", new
            {
                accountability = step,
                doneOn = "2010-05-25",
                instrument = "ROME_STATUTE",
                partner = "International Criminal Court",
                source = new { text = "Public notice (invented)", url = "https://example.org/notice" },
                audience = Network.ToEveryone,
            }, "treatyAction { id }");
            recorded.Add(fact.Id());
        }

        var found = (await network.DataAsync(
            null,
            "{ treatyActions(first: 200, where: { accountability: { eq: REFERRED }, country: { eq: \"UGA\" } }) { nodes { id partner source { url } } } }"))
            .GetProperty("treatyActions").GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Contains(found, fact => fact.Id() == recorded[2] && fact.GetProperty("source").GetProperty("url").GetString() == "https://example.org/notice");
        Assert.DoesNotContain(found, fact => fact.Id() == recorded[1]);
        Assert.DoesNotContain(await FieldsAsync("TreatyAction"), field => field.Contains("evidence", StringComparison.OrdinalIgnoreCase)
            || field.Contains("witness", StringComparison.OrdinalIgnoreCase) || field.Contains("suspect", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Row("A10 B60", "`recordPledge`, `supportPledge`, `endPledgeSupport`, `explainVeto`, `pledges`, `vetoExplanations`", without: "recordPledge")]
    public async Task A_pledge_says_what_was_promised_who_stands_behind_it_and_since_when()
    {
        var state = await network.StateAsync("SEN");
        var pledge = await network.ActAsync("secretariat", "recordPledge", new
        {
            kind = "VETO_RESTRAINT",
            title = Founding.NewName("Restraint"),
            text = "Not to vote against credible action.",
            madeOn = "2015-10-23",
            initiative = "ACT_GROUP",
            source = "https://example.org/pledge",
            audience = Network.ToEveryone,
        }, "pledge { id }");
        await network.ActAsync(state, "supportPledge", new { pledge = pledge.Id(), since = "2015-10-23", audience = Network.ToEveryone }, "pledge { id }");
        await network.ActAsync("denmark", "supportPledge", new { pledge = pledge.Id(), since = "2016-01-01", audience = Network.ToMembers }, "pledge { id }");
        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("secretariat", "supportPledge", new { pledge = pledge.Id(), audience = Network.ToEveryone }));
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync(state, "supportPledge", new { pledge = pledge.Id(), audience = Network.ToEveryone }));

        Assert.Equal(["SEN 2015-10-23 "], await SupportAsync(null, pledge.Id()));
        Assert.Equal(["SEN 2015-10-23 ", "DNK 2016-01-01 "], await SupportAsync("observer", pledge.Id()));
        var own = (await network.DataAsync(state, Supporters, new { id = pledge.Id() })).GetProperty("node").GetProperty("support")[0];
        await network.ActAsync(state, "endPledgeSupport", new { id = own.Id(), version = own.Version(), until = "2024-01-01" }, "pledge { id }");
        Assert.Equal(["SEN 2015-10-23 2024-01-01"], await SupportAsync(null, pledge.Id()));

        var explained = await network.ActAsync(state, "explainVeto", new
        {
            castOn = "2024-02-20",
            draft = "A draft (invented)",
            explanation = "Why the draft would not have helped.",
            alternativePlan = "What to do instead, by when.",
            audience = Network.ToMembers,
        }, "explanation { id country alternativePlan }");
        Assert.Equal("SEN", explained.GetProperty("country").GetString());
        Assert.True(await network.SeesAsync("observer", explained.Id()));
        Assert.False(await network.SeesAsync(null, explained.Id()));
    }

    [Fact]
    [Row("B61", "`treatyStatus`, `recordReport`; no field names a State as enabler", without: "recordReport")]
    public async Task Restraint_in_arms_is_the_status_of_treaties_and_their_reports_and_names_no_enabler()
    {
        var state = await network.StateAsync("UGA");
        await network.ActAsync(
            state, "recordTreatyAction", new { instrument = "ARMS_TRADE_TREATY", action = "SIGNATURE", doneOn = "2013-06-03", audience = Network.ToMembers },
            "treatyAction { id }");
        var report = await network.ActAsync(
            state,
            "recordReport",
            new { instrument = "ARMS_TRADE_TREATY", title = Founding.NewName("Annual report"), dueOn = Day(10), audience = Network.ToMembers },
            "report { id }");
        Assert.True(await network.SeesAsync("observer", report.Id()));
        var status = await network.DataAsync("observer", "{ treatyStatus(country: \"UGA\", instrument: \"ARMS_TRADE_TREATY\") { standing } }");
        Assert.Equal("SIGNATORY", status.GetProperty("treatyStatus").GetProperty("standing").GetString());

        foreach (var type in new[] { "TreatyAction", "TreatyReport", "TreatyStatus", "Pledge", "VetoExplanation" })
        {
            var fields = await FieldsAsync(type);
            Assert.DoesNotContain(fields, field => new[] { "enabl", "suppl", "recipient", "transfer", "target", "countries", "states", "about" }
                .Any(word => field.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }

        // Nor does anybody put something of another State on record.
        Assert.Equal("INVALID_INPUT", await network.RefusalAsync(
            state,
            "recordReport",
            new { instrument = "ARMS_TRADE_TREATY", title = "Of another", dueOn = Day(10), country = "DNK" }));
    }

    private const string Supporters = "query($id: ID!) { node(id: $id) { ... on Pledge { support { id version country since until } } } }";

    private async Task<IReadOnlyList<string>> SupportAsync(string? persona, string pledge) =>
    [
        .. (await network.DataAsync(persona, Supporters, new { id = pledge })).GetProperty("node").GetProperty("support").EnumerateArray()
            .Select(row => $"{row.GetProperty("country")} {row.GetProperty("since")} {row.GetProperty("until")}"),
    ];

    private async Task<IReadOnlyList<string>> FieldsAsync(string type)
    {
        var found = await network.DataAsync(null, "query($type: String!) { __type(name: $type) { fields { name } } }", new { type });
        return [.. found.GetProperty("__type").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)];
    }

    private Task<JsonElement> ActionAsync(string state, string action, string doneOn, object? audience = null) => network.ActAsync(
        state,
        "recordTreatyAction",
        new { instrument = "ROME_STATUTE", action, doneOn, source = new { text = "Depositary notification (invented)" }, audience = audience ?? Network.ToMembers },
        "treatyAction { id version status }");

    private async Task<(string? Standing, string? Since)> StatusAsync(string? persona, string on)
    {
        var status = (await network.DataAsync(
            persona, "query($on: Date) { treatyStatus(country: \"SEN\", instrument: \"ROME_STATUTE\", on: $on) { standing since } }",
            new { on })).GetProperty("treatyStatus");
        return (status.GetProperty("standing").GetString(), status.GetProperty("since").GetString());
    }

    private Task<IReadOnlyList<string?>> DueForAsync(string persona) => network.InboxAsync(persona, "TREATY_REPORT_DUE");

    private static string Day(int ahead) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        .AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
