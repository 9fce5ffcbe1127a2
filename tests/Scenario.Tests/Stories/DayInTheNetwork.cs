using System.Text.Json;
using R2P.Schema.SampleNetwork;

namespace R2P.Scenario.Tests.Stories;

/// <summary>
/// A day in the network, and what comes of it: a vote ahead, a protected voice, an alert, two desks, a decision, help; then a lesson without its case, a
/// practice, a peer review and its recommendation. After each step everybody is asked: who may see it does, and nobody else.
/// </summary>
public sealed class DayInTheNetwork(Network network) : IClassFixture<Network>
{
    private const string Alert = "alert { id version status }";
    private static readonly string[] Members = [.. SamplePersonas.Names.Except(["auditor", "admin"])];

    [Fact]
    public async Task From_a_trigger_to_a_recommendation_that_is_tracked()
    {
        var note = await network.ActAsync("kenya", "noteTrigger", new { country = "KEN", trigger = "ELECTIONS", happensOn = "2099-08-09", note = "The vote is called for August." }, "triggerNote { id }");
        await OnlyAsync(note.Id(), "kenya");

        var voice = await network.ActAsync("civil-society-kenya", "submitContribution", new
        {
            title = "What traders hear", text = "Leaflets tell them to leave.", country = "KEN", signature = "SEALED", receiver = await network.OfficeAsync("KEN_FOCAL_POINT"),
        }, "contribution { id }");
        await OnlyAsync(voice.Id(), "civil-society-kenya", "kenya");

        var alert = await WarnAsync();
        await WorkTogetherAsync();
        await HelpAsync();
        var lesson = await LearnAsync();
        await ReviewAsync();

        await OnlyAsync(alert, "kenya", "au-desk");
        await OnlyAsync(lesson, Members);
    }

    /// <summary>The focal point warns, shares with one desk for a purpose and a week, and a decision is on record.</summary>
    private async Task<string> WarnAsync()
    {
        var raised = await network.ActAsync("kenya", "raiseAlert", new
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
            responsible = await network.OfficeAsync("KEN_FOCAL_POINT"),
        }, Alert);
        await OnlyAsync(raised.Id(), "kenya");

        var shared = await network.ActAsync("kenya", "shareDocument", new
        {
            id = raised.Id(),
            version = raised.Version(),
            audience = new { kind = "NAMED", organizations = new[] { "AU" } },
            handling = new { purpose = "To prepare a visit", onwardSharing = false, expiresAt = TimeProvider.System.GetUtcNow().AddDays(7).ToString("O") },
        }, "document { id version }");
        await OnlyAsync(raised.Id(), "kenya", "au-desk");
        var receipts = (await network.DataAsync(
            "kenya", "query($id: ID!) { node(id: $id) { ... on Alert { receipts { office { code } } } } }", new { id = raised.Id() })).GetProperty("node").GetProperty("receipts");
        Assert.Contains("AU_R2P_DESK", receipts.GetRawText(), StringComparison.Ordinal);

        var acknowledged = await network.ActAsync("kenya", "acknowledgeAlert", new { id = raised.Id(), version = shared.Version() }, Alert);
        await network.ActAsync(
            "kenya", "decideAlert", new { id = raised.Id(), version = acknowledged.Version(), decision = "ACT", reason = "Elders are ready.", chosenOptions = new[] { "O1" } }, Alert);
        var told = await network.DataAsync(
            "au-desk", "query($id: ID!) { node(id: $id) { ... on Alert { status decisions { kind reason } } } }", new { id = raised.Id() });
        Assert.Equal("""{"status":"DECIDED","decisions":[{"kind":"ACT","reason":"Elders are ready."}]}""", told.GetProperty("node").GetRawText());
        return raised.Id();
    }

    /// <summary>The two desks write to each other.</summary>
    private async Task WorkTogetherAsync()
    {
        var exchange = await network.ActAsync(
            "kenya", "openExchange", new { with = new[] { await network.OfficeAsync("AU_R2P_DESK") }, title = "A day in the network: the visit", purpose = "To prepare it" }, "exchange { id version }");
        var asked = await network.ActAsync("kenya", "sendMessage", new
        {
            exchangeId = exchange.Id(), message = new { text = "Could an envoy come along?", replyExpectedBy = "2099-07-01" },
        }, "message { id }");
        Assert.Contains(asked.Id(), await InboxAsync("au-desk"), StringComparison.Ordinal);
        var answer = await network.ActAsync("au-desk", "replyTo", new { messageId = asked.Id(), message = new { text = "She can." } }, "message { id }");
        Assert.DoesNotContain(asked.Id(), await InboxAsync("au-desk"), StringComparison.Ordinal);
        foreach (var id in new[] { exchange.Id(), asked.Id(), answer.Id() })
        {
            await OnlyAsync(id, "kenya", "au-desk");
        }
    }

    /// <summary>Help is asked for and agreed.</summary>
    private async Task HelpAsync()
    {
        object[] principles =
        [
            .. new[] { "NATIONAL_OWNERSHIP", "MUTUAL_COMMITMENT", "DO_NO_HARM", "PRIORITIZE_PREVENTION", "RETAIN_FLEXIBILITY" }
                .Select(principle => new { principle, answer = "It is kept." }),
        ];
        var asked = await network.ActAsync("kenya", "openAssistanceRequest", new
        {
            title = "A day in the network: training for mediators",
            category = "CAPACITY_BUILDING",
            form = "SPECIFIC_INHIBITORS",
            inhibitors = new[] { "SECURITY_SECTOR" },
            whatFor = "Two courses.",
            principles,
            urgency = "SOON",
            audience = new { kind = "NAMED", offices = new[] { await network.OfficeAsync("DNK_FOCAL_POINT") } },
        }, "request { id version }");
        await OnlyAsync(asked.Id(), "kenya", "denmark");
        var offered = await network.ActAsync("denmark", "offerAssistance", new { title = "Two trainers", what = "They stay a month.", request = asked.Id(), principles }, "offer { id version }");
        await OnlyAsync(offered.Id(), "kenya", "denmark");
        var accepted = await OfferAsync("kenya", "acceptOffer", new { id = offered.Id(), version = offered.Version() });
        var proposed = await OfferAsync("denmark", "agreeScope", new { id = accepted.Id(), version = accepted.Version(), scope = "Two courses." });
        Assert.Equal("AGREED", (await OfferAsync("kenya", "agreeScope", new { id = proposed.Id(), version = proposed.Version() })).Status());
    }

    /// <summary>Later a lesson goes out without its case, and a practice is adapted from another.</summary>
    private async Task<string> LearnAsync()
    {
        var lesson = await network.ActAsync("kenya", "draftLesson", new
        {
            title = "A day in the network: elders came in time",
            scope = "One visit.",
            lessons = new[] { new { text = "Go before the campaign begins." } },
            sourceCase = new { countries = new[] { "KEN" }, whatHappened = "Leaflets in two towns." },
        }, "lesson { id version }");
        await OnlyAsync(lesson.Id(), "kenya");
        await network.ActAsync("kenya", "publishLesson", new { id = lesson.Id(), version = lesson.Version(), audience = Network.ToMembers }, "lesson { id }");
        foreach (var persona in Members)
        {
            var seen = (await network.DataAsync(persona, "query($id: ID!) { node(id: $id) { ... on Lesson { sourceCase { whatHappened } } } }", new { id = lesson.Id() })).GetProperty("node");
            Assert.Equal(persona == "kenya", seen.GetProperty("sourceCase").ValueKind != JsonValueKind.Null);
        }

        var model = await network.PublishToAsync("kenya", Network.ToMembers);
        var adapted = await network.ActAsync("ghana", "proposePractice", new
        {
            title = "A day in the network: chiefs go first", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "As in Kenya.", adaptedFrom = model.Id(),
        }, "practice { id adaptedFrom { id } }");
        Assert.Equal(model.Id(), adapted.GetProperty("adaptedFrom").Id());
        await OnlyAsync(adapted.Id(), "ghana");
        return lesson.Id();
    }

    /// <summary>Peers review an assessment, and what they recommend is tracked.</summary>
    private async Task ReviewAsync()
    {
        var draft = await network.DraftAsync("kenya", "A day in the network: after the vote");
        var review = await network.ActAsync("kenya", "openReview", new
        {
            documentId = draft.Id(), version = draft.Version(), scope = "RF_03", reviewers = new[] { await network.OfficeAsync("CRI_FOCAL_POINT") },
        }, "review { id version }");
        await network.ActAsync("costa-rica", "acceptReview", new { reviewId = review.Id(), conflictOfInterest = "none" }, "review { id }");
        await OnlyAsync(draft.Id(), "kenya", "costa-rica");
        var comment = await network.ActAsync("costa-rica", "addComment", new
        {
            reviewId = review.Id(), kind = "RECOMMENDATION", text = "Give the elders a mandate.", addressee = "OWNER", anchor = new { pointer = "/ratings/0/finding", quote = "Calm" },
        }, "comment { id }");
        await network.ActAsync("kenya", "answerComment", new { commentId = comment.Id(), takenUp = true, reason = "We will." }, "comment { id }");

        var tracked = await network.ActAsync(
            "kenya", "recommendFromReview", new { commentId = comment.Id(), text = "Give elders who mediate a mandate." }, "recommendation { id version status }");
        await OnlyAsync(tracked.Id(), "kenya");
        await network.ActAsync("kenya", "closeReview", new { reviewId = review.Id(), version = review.Version(), conclusions = "Taken up." }, "review { status }");
        await OnlyAsync(draft.Id(), "kenya");
        var accepted = await network.ActAsync(
            "kenya", "answerRecommendation", new { id = tracked.Id(), version = tracked.Version(), answer = "ACCEPT", reason = "It fits our plan." }, "recommendation { id version status }");
        Assert.Equal("ACCEPTED", accepted.Status());
    }

    private Task<JsonElement> OfferAsync(string persona, string act, object input) => network.ActAsync(persona, act, input, "offer { id version status }");

    private async Task<string> InboxAsync(string persona) =>
        (await network.DataAsync(persona, "{ inbox { items(first: 200) { subjectId } } }")).GetRawText();

    /// <summary>Everybody is asked, and nobody else sees it than these.</summary>
    private async Task OnlyAsync(string id, params string[] expected)
    {
        var seeing = new List<string>();
        foreach (var persona in (string?[])[.. SamplePersonas.Names, null])
        {
            if (await network.SeesAsync(persona, id))
            {
                seeing.Add(persona ?? "nobody");
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), seeing.Order(StringComparer.Ordinal));
    }
}
