using System.Text.Json;

namespace R2P.Scenario.Tests.Stories;

/// <summary>The first day, and the week after it.</summary>
public sealed partial class DayInTheNetwork
{
    private const string Alert = "alert { id version status }";

    /// <summary>A vote is ahead.</summary>
    private async Task NoteTriggerAsync()
    {
        var note = await _network.ActAsync("kenya", "noteTrigger", new
        {
            country = "KEN", trigger = "ELECTIONS", happensOn = "2099-08-09", note = "The vote is called for August.",
        }, "triggerNote { id }");
        await OnlyAsync(note.Id(), "kenya");
    }

    /// <summary>Somebody tells the focal point, under seal.</summary>
    private async Task<string> ListenAsync()
    {
        var voice = await _network.ActAsync("civil-society-kenya", "submitContribution", new
        {
            title = "What traders hear", text = "Leaflets tell them to leave.", country = "KEN", signature = "SEALED",
            receiver = await _network.OfficeAsync("KEN_FOCAL_POINT"),
        }, "contribution { id }");
        await OnlyAsync(voice.Id(), "civil-society-kenya", "kenya");
        return voice.Id();
    }

    /// <summary>The focal point warns, shares with one desk for a purpose and a week, and a decision is on record.</summary>
    private async Task<string> WarnAsync()
    {
        var raised = await _network.ActAsync("kenya", "raiseAlert", new
        {
            title = "A day in the network: leaflets before the vote",
            country = "KEN",
            place = "Two market towns",
            groupAtRisk = "Traders of one community",
            urgency = "URGENT",
            sourceKinds = new[] { "SRC_CIVIL_SOCIETY" },
            reliability = "MIXED",
            corroboration = "PARTIAL",
            confidence = "MODERATE",
            triggers = new[] { "ELECTIONS" },
            options = new[] { new { key = "O1", tool = "TOOL_QUIET_DIPLOMACY", what = "A visit by elders.", conditions = "Before the campaign.", who = "The county", riskOfHarm = "It could be read as taking sides." } },
            dueOn = "2099-06-30",
            responsible = await _network.OfficeAsync("KEN_FOCAL_POINT"),
        }, Alert);
        await OnlyAsync(raised.Id(), "kenya");

        var shared = await _network.ActAsync("kenya", "shareDocument", new
        {
            id = raised.Id(),
            version = raised.Version(),
            audience = new { kind = "NAMED", organizations = new[] { "AU" } },
            handling = new { purpose = "To prepare a visit", onwardSharing = false, expiresAt = TimeProvider.System.GetUtcNow().AddDays(7).ToString("O") },
        }, "document { id version }");
        await OnlyAsync(raised.Id(), "kenya", "au-desk");
        var receipts = (await _network.DataAsync(
            "kenya", "query($id: ID!) { node(id: $id) { ... on Alert { receipts { office { code } } } } }",
            new { id = raised.Id() })).GetProperty("node").GetProperty("receipts");
        Assert.Contains("AU_R2P_DESK", receipts.GetRawText(), StringComparison.Ordinal);

        var acknowledged = await _network.ActAsync("kenya", "acknowledgeAlert", new { id = raised.Id(), version = shared.Version() }, Alert);
        await _network.ActAsync(
            "kenya", "decideAlert",
            new { id = raised.Id(), version = acknowledged.Version(), decision = "ACT", reason = "Elders are ready.", chosenOptions = new[] { "O1" } }, Alert);
        var told = await _network.DataAsync(
            "au-desk", "query($id: ID!) { node(id: $id) { ... on Alert { status decisions { kind reason } } } }", new { id = raised.Id() });
        Assert.Equal("""{"status":"DECIDED","decisions":[{"kind":"ACT","reason":"Elders are ready."}]}""", told.GetProperty("node").GetRawText());
        return raised.Id();
    }

    /// <summary>The two desks write to each other; one question waits for its reply.</summary>
    private async Task<string> WorkTogetherAsync()
    {
        var exchange = await _network.ActAsync(
            "kenya", "openExchange",
            new { with = new[] { await _network.OfficeAsync("AU_R2P_DESK") }, title = "A day in the network: the visit", purpose = "To prepare it" },
            "exchange { id version }");
        var asked = await _network.ActAsync("kenya", "sendMessage", new
        {
            exchangeId = exchange.Id(), message = new { text = "Could an envoy come along?", replyExpectedBy = "2099-07-01" },
        }, "message { id }");
        await NeedsAsync(asked.Id(), "REPLY_EXPECTED", overdue: false, "au-desk");
        var answer = await _network.ActAsync("au-desk", "replyTo", new { messageId = asked.Id(), message = new { text = "She can." } }, "message { id }");
        await NeedsNobodyAsync(asked.Id());
        var open = await _network.ActAsync("kenya", "sendMessage", new
        {
            exchangeId = exchange.Id(), message = new { text = "On which day?", replyExpectedBy = Day(5) },
        }, "message { id }");
        await NeedsAsync(open.Id(), "REPLY_EXPECTED", overdue: false, "au-desk");
        foreach (var id in new[] { exchange.Id(), asked.Id(), answer.Id(), open.Id() })
        {
            await OnlyAsync(id, "kenya", "au-desk");
        }

        return open.Id();
    }

    /// <summary>Help is asked for and agreed, and a day set on which both look at it.</summary>
    private async Task<JsonElement> HelpAsync()
    {
        object[] principles =
        [
            .. new[] { "NATIONAL_OWNERSHIP", "MUTUAL_COMMITMENT", "DO_NO_HARM", "PRIORITIZE_PREVENTION", "RETAIN_FLEXIBILITY" }
                .Select(principle => new { principle, answer = "It is kept." }),
        ];
        var asked = await _network.ActAsync("kenya", "openAssistanceRequest", new
        {
            title = "A day in the network: training for mediators",
            category = "CAPACITY_BUILDING",
            form = "SPECIFIC_INHIBITORS",
            inhibitors = new[] { "SECURITY_SECTOR" },
            whatFor = "Two courses.",
            principles,
            urgency = "SOON",
            audience = new { kind = "NAMED", offices = new[] { await _network.OfficeAsync("DNK_FOCAL_POINT") } },
        }, "request { id version }");
        await OnlyAsync(asked.Id(), "kenya", "denmark");
        var offered = await _network.ActAsync(
            "denmark",
            "offerAssistance",
            new { title = "Two trainers", what = "They stay a month.", request = asked.Id(), principles },
            "offer { id version }");
        await OnlyAsync(offered.Id(), "kenya", "denmark");
        var accepted = await OfferAsync("kenya", "acceptOffer", new { id = offered.Id(), version = offered.Version() });
        var proposed = await OfferAsync("denmark", "agreeScope", new { id = accepted.Id(), version = accepted.Version(), scope = "Two courses." });
        var agreed = await OfferAsync("kenya", "agreeScope", new { id = proposed.Id(), version = proposed.Version() });
        Assert.Equal("AGREED", agreed.Status());
        var planned = await OfferAsync(
            "denmark", "addReviewPoint", new { id = agreed.Id(), version = agreed.Version(), dueOn = Day(100), question = "Do the courses serve?" });
        await OnlyAsync(planned.Id(), "kenya", "denmark");
        await NeedsNobodyAsync(planned.Id());
        return planned;
    }

    /// <summary>The reply did not come in time: the desk that owes it is told so, until it writes.</summary>
    private async Task ReplyLateAsync(string asked)
    {
        await NeedsAsync(asked, "REPLY_EXPECTED", overdue: true, "au-desk");
        var reply = await _network.ActAsync(
            "au-desk", "replyTo", new { messageId = asked, message = new { text = "On Monday; forgive the delay." } }, "message { id }");
        await OnlyAsync(reply.Id(), "kenya", "au-desk");
        await NeedsNobodyAsync(asked);
    }

    private Task<JsonElement> OfferAsync(string persona, string act, object input) => _network.ActAsync(persona, act, input, "offer { id version status }");
}
