using System.Text.Json;
using R2P.Schema.Tests.PeerReviews;

namespace R2P.Schema.Tests;

/// <summary>Who starts with the sample finds a review that calls for reviewers, and can go on with it.</summary>
public sealed class SampleReviewTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task The_network_reads_its_call_and_the_owner_accepts_the_offer_that_is_there()
    {
        Assert.Equal(["CRI"], await CallersAsync("ghana"));
        Assert.Empty(await CallersAsync("observer"));
        var offer = Assert.Single(await _desk.InboxAsync("costa-rica", "REVIEW_OFFER_TO_DECIDE"));

        await _desk.DoneAsync("costa-rica", "acceptReviewer", "AcceptReviewerInput", new { offerId = offer, reason = "Welcome." }, "offer { status }");

        var reviews = (await network.DataAsync("denmark", "{ peerReviews { nodes { id document { title } reviewers { status office { code } } } } }"))
            .GetProperty("peerReviews").GetProperty("nodes");
        var review = reviews[0].GetProperty("id").GetString()!;
        Assert.Equal("Costa Rica: national assessment of risk and resilience (sample)", reviews[0].GetProperty("document").GetProperty("title").GetString());
        Assert.Equal("""[{"status":"ACCEPTED","office":{"code":"DNK_FOCAL_POINT"}}]""", reviews[0].GetProperty("reviewers").GetRawText());
        await _desk.DoneAsync("denmark", "addComment", "AddCommentInput", Question(review), "comment { id }");
        Assert.Equal(["On the version that was kept"], await _desk.CommentsAsync("costa-rica", review));
    }

    private static object Question(string reviewId) => new
    {
        reviewId, kind = "QUESTION", text = "On the version that was kept", anchor = new { pointer = "/title", quote = "Costa Rica" },
    };

    private async Task<string[]> CallersAsync(string persona)
    {
        var calls = await network.DataAsync(persona, "{ reviewCalls { nodes { text owner { party { code } } } } }");
        return [.. calls.GetProperty("reviewCalls").GetProperty("nodes").EnumerateArray().Select(OwnerOf)];
    }

    private static string OwnerOf(JsonElement call)
    {
        Assert.EndsWith("(sample).", call.GetProperty("text").GetString(), StringComparison.Ordinal);
        return call.GetProperty("owner").GetProperty("party").GetProperty("code").GetString()!;
    }
}
