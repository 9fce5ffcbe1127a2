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
        Assert.Contains(review.Id(), await InboxAsync("kenya", "REVIEW_TO_ACCEPT"), StringComparison.Ordinal);
        await AcceptAsync("kenya", review, "We share a border.");
        await AcceptAsync("au-desk", review, "none");
        var panel = await network.NodeAsync("au-desk", review.Id(), "... on PeerReview { reviewers { conflictOfInterest } }");
        Assert.Contains("We share a border.", panel.GetRawText(), StringComparison.Ordinal);
        Assert.False(await network.SeesAsync("denmark", review.Id()));

        var question = await CommentAsync("kenya", review, "Which disputes?", "AUDIENCE");
        var quiet = await CommentAsync("au-desk", review, "Between us.", "PANEL");
        await network.ActAsync("ghana", "addComment", new { reviewId = review.Id(), kind = "OBSERVATION", text = "Over grazing.", inReplyTo = question, addressee = "PANEL" }, "comment { id }");
        Assert.Contains(question, await InboxAsync("ghana", "COMMENT_TO_ANSWER"), StringComparison.Ordinal);
        Assert.Equal("UNANSWERED_COMMENTS", await network.RefusalAsync("ghana", "closeReview", Closing(review, question)));
        await AnswerAsync(question, true, "Source added.");
        await AnswerAsync(quiet, false, "Not now.");

        var successor = await network.ReviseAsync("ghana", new { id = draft.Id(), version = draft.Version(), ratings = Desk.Ratings("Calm; disputes over grazing land.") });
        const string carried = "... on Assessment { carriedComments { id answer { takenUp } anchor { quote now { state text document { id } } } } }";
        var over = (await network.NodeAsync("ghana", successor.Id(), carried)).GetProperty("carriedComments").EnumerateArray().Single(comment => comment.Id() == question);
        Assert.Equal("CHANGED", over.GetProperty("anchor").GetProperty("now").Text("state"));
        Assert.Equal("Calm; disputes over grazing land.", over.GetProperty("anchor").GetProperty("now").Text("text"));
        Assert.Equal(JsonValueKind.Null, (await network.NodeAsync("kenya", question, "... on Comment { anchor { now { text } } }")).GetProperty("anchor").GetProperty("now").ValueKind);

        Assert.Equal("INVALID_INPUT", await network.RefusalAsync("ghana", "closeReview", Closing(review, quiet)));
        Assert.False(await network.SeesAsync("denmark", question));
        await network.ActAsync("ghana", "closeReview", Closing(review, question), "review { status }");
        Assert.True(await network.SeesAsync("denmark", question));
        Assert.False(await network.SeesAsync("denmark", quiet));
    }

    private Task<JsonElement> AcceptAsync(string persona, JsonElement review, string interest) =>
        network.ActAsync(persona, "acceptReview", new { reviewId = review.Id(), conflictOfInterest = interest }, "review { id }");

    private async Task<string> CommentAsync(string persona, JsonElement review, string text, string addressee) => (await network.ActAsync(persona, "addComment", new
    {
        reviewId = review.Id(), kind = "QUESTION", text, addressee, anchor = new { pointer = "/ratings/0/finding", quote = "disputes over land" },
    }, "comment { id }")).Id();

    private Task<JsonElement> AnswerAsync(string commentId, bool takenUp, string reason) =>
        network.ActAsync("ghana", "answerComment", new { commentId, takenUp, reason }, "comment { id }");

    private async Task<string> InboxAsync(string persona, string reason) => (await network.DataAsync(
        persona, $"{{ inbox {{ items(first: 200, reasons: [{reason}]) {{ subjectId }} }} }}")).GetRawText();

    private static object Closing(JsonElement review, params string[] release) =>
        new { reviewId = review.Id(), version = review.Version(), conclusions = "Useful.", release };
}
