using System.Text.Json;

namespace R2P.Scenario.Tests.Stories;

/// <summary>What is learned months later, and what has come of it after another year.</summary>
public sealed partial class DayInTheNetwork
{
    private const string Practice = "practice { id version status }";
    private const string Recommendation = "recommendation { id version status }";

    /// <summary>The day has come on which both look whether the help serves.</summary>
    private async Task LookAtHelpAsync(JsonElement help)
    {
        await NeedsAsync(help.Id(), "REVIEW_POINT_DUE", overdue: true, "kenya", "denmark");
        await OfferAsync("kenya", "holdReviewPoint", new { id = help.Id(), version = help.Version(), number = 1, finding = "One more course, in the north." });
        await OnlyAsync(help.Id(), "kenya", "denmark");
        await NeedsNobodyAsync(help.Id());
    }

    /// <summary>A lesson goes out without its case.</summary>
    private async Task<string> LearnAsync()
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

        return lesson.Id();
    }

    /// <summary>A neighbour adapts a practice: what it proposes stays at home until it is edited, approved and published.</summary>
    private async Task<(string Model, string Adapted)> AdaptAsync()
    {
        var model = await _network.PublishToAsync("kenya", Network.ToMembers);
        var proposed = await _network.ActAsync("ghana", "proposePractice", new
        {
            title = "A day in the network: chiefs go first", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "As in Kenya.",
            adaptedFrom = model.Id(),
        }, Practice);
        await OnlyAsync(proposed.Id(), "ghana");
        var edited = await _network.ActAsync(
            "ghana", "revisePractice", new { id = proposed.Id(), version = proposed.Version(), whatWasDone = "Chiefs go first, then elders." }, Practice);
        Assert.Equal("EDITED", edited.Status());
        await OnlyAsync(proposed.Id(), "ghana");
        var approved = await _network.ActAsync("ghana", "approvePractice", new { id = edited.Id(), version = edited.Version() }, Practice, "PracticeStepInput");
        Assert.Equal("APPROVED", approved.Status());
        await OnlyAsync(proposed.Id(), "ghana");
        Assert.Equal("[]", await AdaptationsAsync("kenya", model.Id()));

        var published = await _network.ActAsync(
            "ghana", "publishPractice", new { id = approved.Id(), version = approved.Version(), audience = Network.ToMembers }, Practice);
        Assert.Equal("PUBLISHED", published.Status());
        await OnlyAsync(proposed.Id(), Members);
        foreach (var reader in Members)
        {
            var read = await _network.NodeAsync(reader, proposed.Id(), "... on Practice { whatWasDone adaptedFrom { id } }");
            Assert.Equal(("Chiefs go first, then elders.", model.Id()), (read.Text("whatWasDone"), read.GetProperty("adaptedFrom").Id()));
            Assert.Equal($$"""[{"id":"{{proposed.Id()}}"}]""", await AdaptationsAsync(reader, model.Id()));
        }

        return (model.Id(), proposed.Id());
    }

    /// <summary>Peers review an assessment, and what they recommend is tracked.</summary>
    private async Task<JsonElement> ReviewAsync()
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
            reviewId = review.Id(), kind = "RECOMMENDATION", text = "Give the elders a mandate.", addressee = "OWNER",
            anchor = new { pointer = "/ratings/0/finding", quote = "Calm" },
        }, "comment { id }");
        await _network.ActAsync("kenya", "answerComment", new { commentId = comment.Id(), takenUp = true, reason = "We will." }, "comment { id }");

        var tracked = await _network.ActAsync(
            "kenya", "recommendFromReview", new { commentId = comment.Id(), text = "Give elders who mediate a mandate." },
            "recommendation { id version status }");
        await OnlyAsync(tracked.Id(), "kenya");
        await _network.ActAsync(
            "kenya", "closeReview", new { reviewId = review.Id(), version = review.Version(), conclusions = "Taken up." }, "review { status }");
        await OnlyAsync(draft.Id(), "kenya");
        return tracked;
    }

    /// <summary>The State accepts what was recommended, its offices see it, one of them leads and shows what was done.</summary>
    private async Task<JsonElement> FollowUpAsync(JsonElement tracked)
    {
        var accepted = await FollowUpAsync(
            "kenya", "answerRecommendation", new { id = tracked.Id(), version = tracked.Version(), answer = "ACCEPT", reason = "It fits our plan." });
        Assert.Equal("ACCEPTED", accepted.Status());
        await OnlyAsync(tracked.Id(), "kenya");
        var shared = await _network.ActAsync(
            "kenya", "shareDocument", new { id = tracked.Id(), version = accepted.Version(), audience = new { kind = "NATIONAL" } }, "document { id version }");
        await OnlyAsync(tracked.Id(), "kenya", "kenya-contributor");

        var assigned = await FollowUpAsync("kenya", "assignRecommendation", new
        {
            id = tracked.Id(), version = shared.Version(), lead = await _network.OfficeAsync("KEN_NATIONAL_COMMITTEE"), nextOn = Day(400),
        });
        await OnlyAsync(tracked.Id(), "kenya", "kenya-contributor");
        await NeedsNobodyAsync(tracked.Id());
        var reported = await FollowUpAsync("kenya-contributor", "reportProgress", new
        {
            id = tracked.Id(), version = assigned.Version(), text = "Two counties have given it.",
            evidence = new[] { new { title = "County gazette", url = "https://example.org/gazette" } },
        });
        Assert.Equal("IN_PROGRESS", reported.Status());
        await OnlyAsync(tracked.Id(), "kenya", "kenya-contributor");
        return reported;
    }

    /// <summary>The date that was set has passed: the lead is told so, the State says what came of it, and shares that.</summary>
    private async Task CompleteAsync(JsonElement tracked)
    {
        await NeedsAsync(tracked.Id(), "RECOMMENDATION_DUE", overdue: true, "kenya-contributor");
        var done = await FollowUpAsync(
            "kenya", "completeRecommendation", new { id = tracked.Id(), version = tracked.Version(), result = "Elders in nine counties have a mandate." });
        Assert.Equal("DONE", done.Status());
        await OnlyAsync(tracked.Id(), "kenya", "kenya-contributor");
        await NeedsNobodyAsync(tracked.Id());

        await _network.ActAsync("kenya", "shareDocument", new { id = tracked.Id(), version = done.Version(), audience = Network.ToMembers }, "document { id }");
        await OnlyAsync(tracked.Id(), Members);
        var read = await _network.NodeAsync("observer", tracked.Id(), "... on Recommendation { status lead { code } reports { text evidence { url } } }");
        Assert.Equal(("DONE", "KEN_NATIONAL_COMMITTEE"), (read.Status(), read.GetProperty("lead").Text("code")));
        Assert.Contains("https://example.org/gazette", read.GetProperty("reports").GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Nobody has confirmed the practices for a year: each State is asked, and one of them answers.</summary>
    private async Task ConfirmAgainAsync(string model, string adapted)
    {
        foreach (var (practice, state) in new[] { (model, "kenya"), (adapted, "ghana") })
        {
            await OnlyAsync(practice, Members);
            Assert.Equal("UNCONFIRMED", (await _network.NodeAsync("denmark", practice, "... on Practice { status }")).Status());
            await NeedsAsync(practice, "PRACTICE_TO_CONFIRM", overdue: true, state);
        }

        var seen = await _network.NodeAsync("ghana", adapted, "... on Practice { version }");
        await _network.ActAsync("ghana", "confirmPractice", new { id = adapted, version = seen.Version() }, Practice, "PracticeStepInput");
        Assert.Equal("PUBLISHED", (await _network.NodeAsync("denmark", adapted, "... on Practice { status }")).Status());
        await NeedsNobodyAsync(adapted);
        await OnlyAsync(adapted, Members);
    }

    private Task<JsonElement> FollowUpAsync(string persona, string act, object input) => _network.ActAsync(persona, act, input, Recommendation);

    private async Task<string> AdaptationsAsync(string persona, string model) =>
        (await _network.NodeAsync(persona, model, "... on Practice { adaptations { nodes { id } } }"))
            .GetProperty("adaptations").GetProperty("nodes").GetRawText();
}
