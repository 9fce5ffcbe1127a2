using System.Text.Json;
using R2P.Scenario.Tests.Rows;

namespace R2P.Scenario.Tests.Stories;

/// <summary>Peer review among focal points.</summary>
public sealed class Reviewing(Network network) : IClassFixture<Network>
{
    [Fact]
    [Row("B23 D7", "`openReview`, `acceptReview`, `addComment`, `answerComment`, `closeReview`, `Assessment.carriedComments`, `inbox`", without: "openReview")]
    public async Task A_State_asks_peers_answers_each_comment_carries_them_into_the_next_version_and_decides_what_leaves_the_room()
    {
        var draft = await network.PublishAsync("ghana", await network.DraftAsync("ghana", "Asked for review"), Network.ToMembers);
        var review = await network.ActAsync("ghana", "openReview", new
        {
            documentId = draft.Id(), version = draft.Version(), scope = "Is RF_03 well founded?",
            reviewers = new[] { await network.OfficeAsync("KEN_FOCAL_POINT"), await network.OfficeAsync("AU_R2P_DESK") },
        }, "review { id version }");
        Assert.Contains(review.Id(), await network.InboxAsync("kenya", "REVIEW_TO_ACCEPT"));
        await AcceptAsync("kenya", review, "We share a border.");
        await AcceptAsync("au-desk", review, "none");
        var panel = await network.NodeAsync("au-desk", review.Id(), "... on PeerReview { reviewers { conflictOfInterest } }");
        Assert.Contains("We share a border.", panel.GetRawText(), StringComparison.Ordinal);
        Assert.False(await network.SeesAsync("denmark", review.Id()));

        var question = await CommentAsync("kenya", review, "Which disputes?", "AUDIENCE");
        var quiet = await CommentAsync("au-desk", review, "Between us.", "PANEL");
        await network.ActAsync(
            "ghana",
            "addComment",
            new { reviewId = review.Id(), kind = "OBSERVATION", text = "Over grazing.", inReplyTo = question, addressee = "PANEL" },
            "comment { id }");
        Assert.Contains(question, await network.InboxAsync("ghana", "COMMENT_TO_ANSWER"));
        Assert.Equal("UNANSWERED_COMMENTS", await network.RefusalAsync("ghana", "closeReview", Closing(review, question)));
        await AnswerAsync(question, true, "Source added.");
        await AnswerAsync(quiet, false, "Not now.");

        var successor = await network.ReviseAsync(
            "ghana", new { id = draft.Id(), version = draft.Version(), ratings = Desk.Ratings("Calm; disputes over grazing land.") });
        const string carried = "... on Assessment { carriedComments { id answer { takenUp } anchor { quote now { state text document { id } } } } }";
        var over = (await network.NodeAsync("ghana", successor.Id(), carried))
            .GetProperty("carriedComments").EnumerateArray().Single(comment => comment.Id() == question);
        Assert.Equal("CHANGED", over.GetProperty("anchor").GetProperty("now").Text("state"));
        Assert.Equal("Calm; disputes over grazing land.", over.GetProperty("anchor").GetProperty("now").Text("text"));
        Assert.Equal(
            JsonValueKind.Null,
            (await network.NodeAsync("kenya", question, "... on Comment { anchor { now { text } } }")).GetProperty("anchor").GetProperty("now").ValueKind);

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "closeReview", Closing(review, quiet)));
        Assert.False(await network.SeesAsync("denmark", question));
        await network.ActAsync("ghana", "closeReview", Closing(review, question), "review { status }");
        Assert.True(await network.SeesAsync("denmark", question));
        Assert.False(await network.SeesAsync("denmark", quiet));
    }

    [Fact]
    [Row("B23", "`openReview(offersFrom:)`, `offerToReview`, `acceptReviewer`, `declineReviewer`, inbox `REVIEW_OFFER_TO_DECIDE`", without: "offerToReview")]
    public async Task A_review_welcomes_offers_and_its_owner_accepts_one_and_declines_another()
    {
        var (draft, review) = await CallAsync("Open to offers");
        var call = review.GetProperty("call");
        Assert.Contains(
            call.Id(),
            (await network.DataAsync("denmark", "{ reviewCalls(where: { status: { eq: OPEN } }) { nodes { id } } }")).GetRawText(),
            StringComparison.Ordinal);
        Assert.False(await network.SeesAsync("au-desk", call.Id()));

        var welcome = await OfferAsync("denmark", call, "Two mediators.");
        var other = await OfferAsync("costa-rica", call, "A jurist.");
        var waiting = await network.InboxAsync("ghana", "REVIEW_OFFER_TO_DECIDE");
        Assert.Contains(welcome.Id(), waiting);
        Assert.Contains(other.Id(), waiting);
        Assert.False(await network.SeesAsync("denmark", draft.Id()));
        Assert.False(await network.SeesAsync("costa-rica", welcome.Id()));
        Assert.False(await network.SeesAsync("kenya", welcome.Id()));

        await network.ActAsync("ghana", "acceptReviewer", new { offerId = welcome.Id() }, "offer { id }");
        await network.ActAsync("ghana", "declineReviewer", new { offerId = other.Id(), reason = "We have a jurist." }, "offer { id }");
        Assert.True(await network.SeesAsync("denmark", draft.Id()));
        Assert.Equal("We have a jurist.", (await network.NodeAsync("costa-rica", other.Id(), "... on ReviewOffer { reason }")).Text("reason"));
        foreach (var id in new[] { draft.Id(), review.Id() })
        {
            Assert.False(await network.SeesAsync("costa-rica", id));
        }

        var comment = await CommentAsync("denmark", review, "Who mediates?", "PANEL");
        await AnswerAsync(comment, true, "Elders do.");
        await network.ActAsync("ghana", "closeReview", new { reviewId = review.Id(), version = 2, conclusions = "Useful." }, "review { id }");
        Assert.False(await network.SeesAsync("denmark", draft.Id()));
        Assert.Equal("INVALID_TRANSITION", await network.RefusalAsync("secretariat", "offerToReview", Offering(call, "An editor.")));
    }

    [Fact]
    [Row("B66", "`acceptReview(panel:)`, `offerToReview(panel:)`, `PeerReview.panel`, inbox `PANEL_WITHOUT_WOMEN`", without: "acceptReview")]
    public async Task A_review_asks_for_women_on_its_panel_by_numbers_alone()
    {
        var (_, review) = await CallAsync("Who is on the panel", await network.OfficeAsync("KEN_FOCAL_POINT"));
        await network.ActAsync(
            "kenya", "acceptReview", new { reviewId = review.Id(), conflictOfInterest = "none", panel = new { people = 2, women = 0 } }, "review { id }");
        Assert.Contains(review.Id(), await network.InboxAsync("ghana", "PANEL_WITHOUT_WOMEN"));

        var offer = await OfferAsync("denmark", review.GetProperty("call"), "Two mediators.", new { people = 3, women = 2 });
        await network.ActAsync("ghana", "acceptReviewer", new { offerId = offer.Id() }, "offer { id }");

        Assert.DoesNotContain(review.Id(), await network.InboxAsync("ghana", "PANEL_WITHOUT_WOMEN"));
        foreach (var persona in new[] { "ghana", "kenya", "denmark" })
        {
            var panel = (await network.NodeAsync(persona, review.Id(), "... on PeerReview { panel { people women withoutWomen } }")).GetProperty("panel");
            Assert.Equal("""{"people":5,"women":2,"withoutWomen":false}""", panel.GetRawText());
        }

        Assert.False(await network.SeesAsync("secretariat", review.Id()));
    }

    private async Task<(JsonElement Draft, JsonElement Review)> CallAsync(string title, params string[] reviewers)
    {
        var draft = await network.DraftAsync("ghana", title);
        var review = await network.ActAsync("ghana", "openReview", new
        {
            documentId = draft.Id(), version = draft.Version(), scope = "Is RF_03 well founded?", reviewers,
            offersFrom = new { kind = "NETWORK", networks = new[] { "GLOBAL_NETWORK_R2P_FOCAL_POINTS" } }, call = "We look for somebody who knows mediation.",
        }, "review { id version call { id } }");
        return (draft, review);
    }

    private Task<JsonElement> OfferAsync(string persona, JsonElement call, string brings, object? panel = null) =>
        network.ActAsync(persona, "offerToReview", Offering(call, brings, panel), "offer { id }");

    private static object Offering(JsonElement call, string brings, object? panel = null) =>
        new { callId = call.Id(), conflictOfInterest = "none", brings, panel };

    private Task<JsonElement> AcceptAsync(string persona, JsonElement review, string interest) =>
        network.ActAsync(persona, "acceptReview", new { reviewId = review.Id(), conflictOfInterest = interest }, "review { id }");

    private async Task<string> CommentAsync(string persona, JsonElement review, string text, string addressee) =>
        (await network.ActAsync(persona, "addComment", new
    {
        reviewId = review.Id(), kind = "QUESTION", text, addressee, anchor = new { pointer = "/ratings/0/finding", quote = "disputes over land" },
    }, "comment { id }")).Id();

    private Task<JsonElement> AnswerAsync(string commentId, bool takenUp, string reason) =>
        network.ActAsync("ghana", "answerComment", new { commentId, takenUp, reason }, "comment { id }");

    private static object Closing(JsonElement review, params string[] release) =>
        new { reviewId = review.Id(), version = review.Version(), conclusions = "Useful.", release };
}
