using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Desks work with each other: they find each other, write, keep count, become partners.</summary>
public sealed class DeskToDesk(Network network) : IClassFixture<Network>
{
    private const string Message = "message { id version text }";
    private const string OfExchange = "exchange { id version status }";

    [Fact]
    [Row("A2", "`openExchange` among the offices of one State", without: "openExchange")]
    public async Task What_the_offices_of_one_State_tell_each_other_is_not_seen_outside_of_it()
    {
        var exchange = await OpenAsync("kenya-contributor", "Before the committee meets", await network.OfficeAsync("KEN_FOCAL_POINT"));
        var asked = await network.ActAsync(
            "kenya-contributor", "sendMessage", new { exchangeId = exchange.Id(), message = new { text = "Two ministries differ on land." } },
            "message { id }");
        var told = await network.ActAsync("kenya", "replyTo", new { messageId = asked.Id(), message = new { text = "Bring both." } }, "message { id }");
        Assert.True(await network.SeesAsync("kenya-contributor", told.Id()));

        foreach (var other in new[] { "ghana", "au-desk", "un-desk", "secretariat", "civil-society-kenya", "observer", "auditor", "admin", null })
        {
            Assert.False(await network.SeesAsync(other, exchange.Id()));
            Assert.False(await network.SeesAsync(other, asked.Id()));
            Assert.DoesNotContain(
                "Before the committee meets",
                (await network.DataAsync(other, "{ exchanges(first: 100) { nodes { title } } exchangeMessages(first: 100) { nodes { text } } }")).GetRawText(),
                StringComparison.Ordinal);
        }

        Assert.Equal("NOT_ALLOWED", await network.RefusalAsync("kenya-contributor", "openExchange", new
        {
            title = "Abroad", purpose = "To speak for Kenya.", with = new[] { await network.OfficeAsync("GHA_FOCAL_POINT") },
        }));
    }

    [Fact]
    [Row(
        "A5 B33",
        "`offices(where:, party:)`, `openExchange`, `draftMessage`, `sendMessage`, `addTask`, `completeTask`, `leaveExchange`",
        without: "openExchange")]
    public async Task A_desk_officer_finds_the_matching_desk_and_works_with_it_and_each_side_keeps_its_copy()
    {
        var desks = await network.DataAsync("un-desk", """
            {
              ofBody: offices(party: "EU") { nodes { id code party { code } } }
              ofCountry: offices(party: "KEN") { nodes { code } }
              ofTheme: offices(where: { name: { contains: "R2P desk" } }) { nodes { code } }
            }
            """);
        var counterpart = Assert.Single(Nodes(desks, "ofBody"), desk => Code(desk) == "EU_R2P_DESK");
        Assert.Contains(Nodes(desks, "ofCountry"), desk => Code(desk) == "KEN_FOCAL_POINT");
        Assert.Contains(Nodes(desks, "ofTheme"), desk => Code(desk) == "EU_R2P_DESK");

        var exchange = await OpenAsync("un-desk", "Two desks, one border region", counterpart.Id());
        var draft = await network.ActAsync(
            "un-desk", "draftMessage", new { exchangeId = exchange.Id(), message = new { text = "Draft of a common note" } }, Message);
        Assert.False(await network.SeesAsync("eu-desk", draft.Id()));
        await network.ActAsync("un-desk", "sendMessage", new { draft = draft.Id(), version = 1 }, Message);
        var reply = await network.ActAsync("eu-desk", "replyTo", new { messageId = draft.Id(), message = new { text = "We agree" } }, Message);
        var task = await network.ActAsync(
            "un-desk", "addTask", new { exchangeId = exchange.Id(), text = "Send the map", forOffice = counterpart.Id(), dueOn = "2999-01-01" }, "task { id }");
        Assert.Contains(task.Id(), await network.InboxAsync("eu-desk", "TASK_DUE"));
        await network.ActAsync("eu-desk", "completeTask", new { id = task.Id(), result = "Sent" }, "task { doneAt }");

        await network.ActAsync("un-desk", "leaveExchange", new { id = exchange.Id(), version = 1 }, OfExchange);
        foreach (var side in new[] { "un-desk", "eu-desk" })
        {
            Assert.True(await network.SeesAsync(side, draft.Id()));
            Assert.True(await network.SeesAsync(side, reply.Id()));
            Assert.True(await network.SeesAsync(side, exchange.Id()));
        }

        foreach (var other in new[] { "au-desk", "kenya", "secretariat", "observer", "admin", null })
        {
            Assert.False(await network.SeesAsync(other, exchange.Id()));
            Assert.False(await network.SeesAsync(other, draft.Id()));
            Assert.False(await network.SeesAsync(other, task.Id()));
        }
    }

    [Fact]
    [Row("B34", "`sendMessage`, `replyTo`, `ExchangeMessage.handling`, `repliesExpected`, `exchangeBalance`", without: "sendMessage")]
    public async Task Analysis_goes_there_and_back_under_a_rule_each_and_both_sides_see_the_balance()
    {
        var advisers = await network.OfficeAsync("UN_OSAPG_DESK");
        var africa = await network.OfficeAsync("AU_R2P_DESK");
        var exchange = await OpenAsync("un-desk", "Analysis both ways", africa);
        var before = await BalanceAsync("un-desk", africa);

        var sent = await network.ActAsync("un-desk", "sendMessage", new
        {
            exchangeId = exchange.Id(),
            message = new
            {
                text = "Our reading of the region", replyExpectedBy = "2999-01-31",
                handling = new { purpose = "Planning of your desk", onwardSharing = false, expiresAt = "2999-12-31T00:00:00Z" },
            },
        }, "message { id from { code } to { code } replyExpectedBy handling { purpose onwardSharing expiresAt } }");
        Assert.Equal("UN_OSAPG_DESK", Code(sent.GetProperty("from")));
        Assert.Equal("AU_R2P_DESK", Code(sent.GetProperty("to")[0]));
        Assert.False(sent.GetProperty("handling").GetProperty("onwardSharing").GetBoolean());
        Assert.Equal(1, (await BalanceAsync("un-desk", africa)).Awaited - before.Awaited);
        Assert.Contains(sent.Id(), await network.InboxAsync("au-desk", "REPLY_EXPECTED"));

        await network.ActAsync("au-desk", "replyTo", new { messageId = sent.Id(), message = new { text = "Our reading of it" } }, Message);

        var after = await BalanceAsync("un-desk", africa);
        Assert.Equal((1, 1, 0), (after.Sent - before.Sent, after.Received - before.Received, after.Awaited - before.Awaited));
        Assert.Equal((after.Received, after.Sent), ((await BalanceAsync("au-desk", advisers)).Sent, (await BalanceAsync("au-desk", advisers)).Received));
        Assert.Equal((0, 0, 0), await BalanceAsync("observer", advisers));
        Assert.False(await network.SeesAsync("denmark", sent.Id()));
    }

    [Fact]
    [Row("B37", "`recordPartnership`, `Exchange.partnerships`, `partnerships`", without: "recordPartnership")]
    public async Task An_exchange_of_experience_becomes_a_partnership_with_an_aim_an_end_and_results()
    {
        var (ghana, denmark) = (await network.OfficeAsync("GHA_FOCAL_POINT"), await network.OfficeAsync("DNK_FOCAL_POINT"));
        var exchange = await OpenAsync("ghana", "Training of mediators", denmark, await network.OfficeAsync("CRI_FOCAL_POINT"));
        var begun = await network.ActAsync("ghana", "recordPartnership", new
        {
            exchangeId = exchange.Id(), parties = new[] { ghana, denmark }, aim = "Train district mediators", activities = new[] { "Two courses", "A visit" },
            startsOn = "2027-01-01", endsOn = "2027-12-31",
        }, "partnership { id version }");
        var ended = await network.ActAsync("denmark", "recordPartnership", new
        {
            exchangeId = exchange.Id(), id = begun.Id(), version = 1, parties = new[] { ghana, denmark }, aim = "Train district mediators",
            activities = new[] { "Two courses" }, endsOn = "2027-10-31", results = "Forty mediators work in nine districts.",
        }, "partnership { parties { code } aim activities endsOn results }");

        Assert.Equal(2, ended.GetProperty("parties").GetArrayLength());
        Assert.Equal("Forty mediators work in nine districts.", ended.GetProperty("results").GetString());
        Assert.True(await network.SeesAsync("ghana", begun.Id()));
        Assert.False(await network.SeesAsync("costa-rica", begun.Id()));
        Assert.False(await network.SeesAsync("secretariat", begun.Id()));
    }

    [Fact]
    [Row("A12", "`shareDocument`, `openExchange`, `replyTo`, `publishPractice`, `catalogue { frameworks }`", without: "openExchange")]
    public async Task An_adviser_receives_what_a_State_releases_sends_analysis_back_and_publishes_for_all()
    {
        var adviser = await network.OfficeAsync("UN_OSAPG_DESK");
        var released = await PublishAsync("kenya", "Released to the advisers alone", new { kind = "NAMED", organizations = new[] { "UN_OSAPG" } });
        Assert.True(await network.SeesAsync("un-desk", released.Id()));
        Assert.False(await network.SeesAsync("ghana", released.Id()));

        var exchange = await OpenAsync("kenya", "Questions to the advisers", adviser);
        var asked = await network.ActAsync(
            "kenya", "sendMessage", new { exchangeId = exchange.Id(), message = new { text = "What do you make of it?", documents = new[] { released.Id() } } },
            "message { id }");
        await network.ActAsync("un-desk", "replyTo", new { messageId = asked.Id(), message = new { text = "Our analysis, for you" } }, Message);
        var seen = await ReadAsync("kenya", exchange, "messages { nodes { text documents { title } } }");
        Assert.Contains("Our analysis, for you", seen.GetRawText(), StringComparison.Ordinal);
        Assert.False(await network.SeesAsync("ghana", asked.Id()));

        var entry = await PublishAsync("un-desk", "Entry that the advisers publish", Network.ToEveryone);
        Assert.True(await network.SeesAsync(null, entry.Id()));
        var frameworks = await network.DataAsync(null, "{ catalogue { frameworks { code version } } }");
        Assert.True(frameworks.GetProperty("catalogue").GetProperty("frameworks").GetArrayLength() > 1);
    }

    [Fact]
    [Row("B57 D5", "`openExchange` with nobody, `sendMessage`, `ExchangeMessage.documents`", without: "openExchange")]
    public async Task Good_offices_leave_a_minimal_private_log_that_is_closed_by_default_and_kept_apart_from_an_assessment()
    {
        var log = await OpenAsync("ghana", "Good offices");
        var risk = (await network.ActAsync("ghana", "draftAssessment", new { title = "Risk of atrocity crimes, kept apart" }, "assessment { id }")).Id();
        var entry = await network.ActAsync("ghana", "sendMessage", new
        {
            exchangeId = log.Id(), message = new { text = "Spoke with both sides.", documents = new[] { risk } },
        }, "message { id text documents { id kind } to { code } }");

        Assert.Equal("[]", entry.GetProperty("to").GetRawText());
        Assert.Equal("ASSESSMENT", entry.GetProperty("documents")[0].GetProperty("kind").GetString());
        var kept = await ReadAsync("ghana", log, "kind audience { kind }");
        Assert.Equal("""{"kind":"EXCHANGE","audience":{"kind":"OFFICE"}}""", kept.GetRawText());
        foreach (var other in new[] { "kenya", "secretariat", "au-desk", "observer", "auditor", "admin", null })
        {
            Assert.False(await network.SeesAsync(other, log.Id()));
            Assert.False(await network.SeesAsync(other, entry.Id()));
        }
    }

    private Task<JsonElement> OpenAsync(string persona, string title, params string[] with) =>
        network.ActAsync(persona, "openExchange", new { title, purpose = "To work on it together.", with }, OfExchange);

    private async Task<JsonElement> ReadAsync(string persona, JsonElement exchange, string fields) => (await network.DataAsync(
        persona, $"query($id: ID!) {{ node(id: $id) {{ ... on Exchange {{ {fields} }} }} }}", new { id = exchange.Id() })).GetProperty("node");

    private Task<JsonElement> PublishAsync(string persona, string title, object audience) => network.PublishPracticeAsync(
        persona, new { title, policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "It was done." }, audience);

    private async Task<(int Sent, int Received, int Awaited)> BalanceAsync(string persona, string with)
    {
        var balance = (await network.DataAsync(
            persona, "query($with: ID!) { exchangeBalance(with: $with) { sent received repliesAwaited } }", new { with })).GetProperty("exchangeBalance");
        return (balance.GetProperty("sent").GetInt32(), balance.GetProperty("received").GetInt32(), balance.GetProperty("repliesAwaited").GetInt32());
    }

    private static JsonElement.ArrayEnumerator Nodes(JsonElement data, string field) => data.GetProperty(field).GetProperty("nodes").EnumerateArray();

    private static string? Code(JsonElement office) => office.GetProperty("code").GetString();
}
