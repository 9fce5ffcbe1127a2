using System.Text.Json;
using R2P.Schema.SampleNetwork;

namespace R2P.Scenario.Tests.Stories;

/// <summary>
/// A day in the network, and what comes of it: a vote ahead, a protected voice, an alert, two desks, a decision, help; a week later the share is over;
/// months later a lesson without its case, a practice, a peer review and its recommendation; a year later nobody has confirmed the practice again. After
/// each step everybody is asked: who may see it does, and nobody else. Between the days the service is stopped and started under a clock that has moved.
/// </summary>
public sealed class DayInTheNetwork : IAsyncLifetime
{
    private static readonly TimeSpan AWeekLater = TimeSpan.FromDays(8);
    private static readonly TimeSpan MonthsLater = TimeSpan.FromDays(150);
    private static readonly TimeSpan AYearAfterThat = MonthsLater + TimeSpan.FromDays(370);

    private readonly DataDirectory _data = new();
    private Network _network = null!;

    private const string Alert = "alert { id version status }";
    private static readonly string[] Members = [.. SamplePersonas.Names.Except(["auditor", "admin"])];

    public async ValueTask InitializeAsync() => _network = new Network(await ServiceProcess.StartAsync(_data));

    public async ValueTask DisposeAsync()
    {
        await _network.Service.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task From_a_trigger_to_a_recommendation_that_is_tracked()
    {
        var note = await _network.ActAsync("kenya", "noteTrigger", new { country = "KEN", trigger = "ELECTIONS", happensOn = "2099-08-09", note = "The vote is called for August." }, "triggerNote { id }");
        await OnlyAsync(note.Id(), "kenya");

        var voice = await _network.ActAsync("civil-society-kenya", "submitContribution", new
        {
            title = "What traders hear", text = "Leaflets tell them to leave.", country = "KEN", signature = "SEALED", receiver = await _network.OfficeAsync("KEN_FOCAL_POINT"),
        }, "contribution { id }");
        await OnlyAsync(voice.Id(), "civil-society-kenya", "kenya");

        var alert = await WarnAsync();
        await WorkTogetherAsync();
        await HelpAsync();
        await OnlyAsync(alert, "kenya", "au-desk");

        await MoveClockAsync(AWeekLater);
        await OnlyAsync(alert, "kenya");
        await OnlyAsync(voice.Id(), "civil-society-kenya", "kenya");

        await MoveClockAsync(MonthsLater);
        var (lesson, practice) = await LearnAsync();
        await ReviewAsync();
        await OnlyAsync(lesson, Members);

        await MoveClockAsync(AYearAfterThat);
        Assert.Equal("UNCONFIRMED", (await _network.NodeAsync("ghana", practice, "... on Practice { status }")).Status());
        Assert.Contains(practice, await InboxAsync("kenya"), StringComparison.Ordinal);
        await OnlyAsync(lesson, Members);
        await OnlyAsync(alert, "kenya");
    }

    /// <summary>The same network, so long after the first day.</summary>
    private async Task MoveClockAsync(TimeSpan ahead)
    {
        await _network.Service.DisposeAsync();
        _network = new Network(await ServiceProcess.StartAsync(_data, ahead: ahead));
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
            "kenya", "query($id: ID!) { node(id: $id) { ... on Alert { receipts { office { code } } } } }", new { id = raised.Id() })).GetProperty("node").GetProperty("receipts");
        Assert.Contains("AU_R2P_DESK", receipts.GetRawText(), StringComparison.Ordinal);

        var acknowledged = await _network.ActAsync("kenya", "acknowledgeAlert", new { id = raised.Id(), version = shared.Version() }, Alert);
        await _network.ActAsync(
            "kenya", "decideAlert", new { id = raised.Id(), version = acknowledged.Version(), decision = "ACT", reason = "Elders are ready.", chosenOptions = new[] { "O1" } }, Alert);
        var told = await _network.DataAsync(
            "au-desk", "query($id: ID!) { node(id: $id) { ... on Alert { status decisions { kind reason } } } }", new { id = raised.Id() });
        Assert.Equal("""{"status":"DECIDED","decisions":[{"kind":"ACT","reason":"Elders are ready."}]}""", told.GetProperty("node").GetRawText());
        return raised.Id();
    }

    /// <summary>The two desks write to each other.</summary>
    private async Task WorkTogetherAsync()
    {
        var exchange = await _network.ActAsync(
            "kenya", "openExchange", new { with = new[] { await _network.OfficeAsync("AU_R2P_DESK") }, title = "A day in the network: the visit", purpose = "To prepare it" }, "exchange { id version }");
        var asked = await _network.ActAsync("kenya", "sendMessage", new
        {
            exchangeId = exchange.Id(), message = new { text = "Could an envoy come along?", replyExpectedBy = "2099-07-01" },
        }, "message { id }");
        Assert.Contains(asked.Id(), await InboxAsync("au-desk"), StringComparison.Ordinal);
        var answer = await _network.ActAsync("au-desk", "replyTo", new { messageId = asked.Id(), message = new { text = "She can." } }, "message { id }");
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
        var offered = await _network.ActAsync("denmark", "offerAssistance", new { title = "Two trainers", what = "They stay a month.", request = asked.Id(), principles }, "offer { id version }");
        await OnlyAsync(offered.Id(), "kenya", "denmark");
        var accepted = await OfferAsync("kenya", "acceptOffer", new { id = offered.Id(), version = offered.Version() });
        var proposed = await OfferAsync("denmark", "agreeScope", new { id = accepted.Id(), version = accepted.Version(), scope = "Two courses." });
        Assert.Equal("AGREED", (await OfferAsync("kenya", "agreeScope", new { id = proposed.Id(), version = proposed.Version() })).Status());
    }

    /// <summary>A lesson goes out without its case, and a practice is adapted from another.</summary>
    private async Task<(string Lesson, string Practice)> LearnAsync()
    {
        var lesson = await _network.ActAsync("kenya", "draftLesson", new
        {
            title = "A day in the network: elders came in time",
            scope = "One visit.",
            lessons = new[] { new { text = "Go before the campaign begins." } },
            sourceCase = new { countries = new[] { "KEN" }, whatHappened = "Leaflets in two towns." },
        }, "lesson { id version }");
        await OnlyAsync(lesson.Id(), "kenya");
        await _network.ActAsync("kenya", "publishLesson", new { id = lesson.Id(), version = lesson.Version(), audience = Network.ToMembers }, "lesson { id }");
        foreach (var persona in Members)
        {
            var seen = (await _network.DataAsync(persona, "query($id: ID!) { node(id: $id) { ... on Lesson { sourceCase { whatHappened } } } }", new { id = lesson.Id() })).GetProperty("node");
            Assert.Equal(persona == "kenya", seen.GetProperty("sourceCase").ValueKind != JsonValueKind.Null);
        }

        var model = await _network.PublishToAsync("kenya", Network.ToMembers);
        var adapted = await _network.ActAsync("ghana", "proposePractice", new
        {
            title = "A day in the network: chiefs go first", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "As in Kenya.", adaptedFrom = model.Id(),
        }, "practice { id adaptedFrom { id } }");
        Assert.Equal(model.Id(), adapted.GetProperty("adaptedFrom").Id());
        await OnlyAsync(adapted.Id(), "ghana");
        return (lesson.Id(), model.Id());
    }

    /// <summary>Peers review an assessment, and what they recommend is tracked.</summary>
    private async Task ReviewAsync()
    {
        var draft = await _network.DraftAsync("kenya", "A day in the network: after the vote");
        var review = await _network.ActAsync("kenya", "openReview", new
        {
            documentId = draft.Id(), version = draft.Version(), scope = "RF_03", reviewers = new[] { await _network.OfficeAsync("CRI_FOCAL_POINT") },
        }, "review { id version }");
        await _network.ActAsync("costa-rica", "acceptReview", new { reviewId = review.Id(), conflictOfInterest = "none" }, "review { id }");
        await OnlyAsync(draft.Id(), "kenya", "costa-rica");
        var comment = await _network.ActAsync("costa-rica", "addComment", new
        {
            reviewId = review.Id(), kind = "RECOMMENDATION", text = "Give the elders a mandate.", addressee = "OWNER", anchor = new { pointer = "/ratings/0/finding", quote = "Calm" },
        }, "comment { id }");
        await _network.ActAsync("kenya", "answerComment", new { commentId = comment.Id(), takenUp = true, reason = "We will." }, "comment { id }");

        var tracked = await _network.ActAsync(
            "kenya", "recommendFromReview", new { commentId = comment.Id(), text = "Give elders who mediate a mandate." }, "recommendation { id version status }");
        await OnlyAsync(tracked.Id(), "kenya");
        await _network.ActAsync("kenya", "closeReview", new { reviewId = review.Id(), version = review.Version(), conclusions = "Taken up." }, "review { status }");
        await OnlyAsync(draft.Id(), "kenya");
        var accepted = await _network.ActAsync(
            "kenya", "answerRecommendation", new { id = tracked.Id(), version = tracked.Version(), answer = "ACCEPT", reason = "It fits our plan." }, "recommendation { id version status }");
        Assert.Equal("ACCEPTED", accepted.Status());
    }

    private Task<JsonElement> OfferAsync(string persona, string act, object input) => _network.ActAsync(persona, act, input, "offer { id version status }");

    private async Task<string> InboxAsync(string persona) =>
        (await _network.DataAsync(persona, "{ inbox { items(first: 200) { subjectId } } }")).GetRawText();

    /// <summary>Everybody is asked, and nobody else sees it than these.</summary>
    private async Task OnlyAsync(string id, params string[] expected)
    {
        var seeing = new List<string>();
        foreach (var persona in (string?[])[.. SamplePersonas.Names, null])
        {
            if (await _network.SeesAsync(persona, id))
            {
                seeing.Add(persona ?? "nobody");
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), seeing.Order(StringComparer.Ordinal));
    }
}
