using System.Text.Json;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>How many people are on a panel, and how many of them are women: by number, for those in the review.</summary>
public sealed class ReviewPanelTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Panel = "... on PeerReview { panel { people women withoutWomen } }";
    private static readonly object ToMembers = new { kind = "MEMBERS" };
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task A_review_tells_its_reviewers_the_sum_of_their_numbers_whether_they_were_asked_or_offered()
    {
        var (_, review, call) = await _desk.CallAsync(ToMembers, "KEN_FOCAL_POINT", "CRI_FOCAL_POINT");
        Assert.Equal("null", await PanelAsync("ghana", review));
        await AcceptAsync("kenya", review, 3, 1);
        await _desk.AcceptAsync("costa-rica", review);
        var offer = await _desk.OfferAsync("denmark", call, new { people = 2, women = 2 });
        Assert.Equal("""{"people":3,"women":1,"withoutWomen":false}""", await PanelAsync("ghana", review));

        await _desk.DecideAsync("acceptReviewer", offer);

        foreach (var persona in new[] { "ghana", "kenya", "costa-rica", "denmark" })
        {
            Assert.Equal("""{"people":5,"women":3,"withoutWomen":false}""", await PanelAsync(persona, review));
        }

        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("secretariat", review, Panel)).ValueKind);
        await _desk.DoneAsync("kenya", "declineReview", "DeclineReviewInput", new { reviewId = review }, "review { id }");
        Assert.Equal("""{"people":2,"women":2,"withoutWomen":false}""", await PanelAsync("ghana", review));
    }

    [Fact]
    public async Task Whose_panel_has_no_woman_is_reminded_while_it_can_be_changed_and_told_so_when_it_closes()
    {
        var (_, review, _) = await _desk.CallAsync(ToMembers, "KEN_FOCAL_POINT");
        await AcceptAsync("kenya", review, 2, 0);
        Assert.Contains(review, await _desk.InboxAsync("ghana", "PANEL_WITHOUT_WOMEN"));
        Assert.Empty(await _desk.InboxAsync("kenya", "PANEL_WITHOUT_WOMEN"));

        var closed = await _desk.DoneAsync(
            "ghana", "closeReview", "CloseReviewInput", new { reviewId = review, version = 1, conclusions = "Useful." },
            "review { panel { people women withoutWomen } }");

        Assert.Equal("""{"panel":{"people":2,"women":0,"withoutWomen":true}}""", closed.GetProperty("review").GetRawText());
        Assert.DoesNotContain(review, await _desk.InboxAsync("ghana", "PANEL_WITHOUT_WOMEN"));
    }

    [Fact]
    public async Task A_woman_on_the_panel_ends_the_reminder()
    {
        var (_, review, call) = await _desk.CallAsync(ToMembers, "KEN_FOCAL_POINT");
        await AcceptAsync("kenya", review, 2, 0);

        await _desk.DecideAsync("acceptReviewer", await _desk.OfferAsync("denmark", call, new { people = 1, women = 1 }));

        Assert.DoesNotContain(review, await _desk.InboxAsync("ghana", "PANEL_WITHOUT_WOMEN"));
    }

    [Theory]
    [InlineData(0, 0, "people: Must be from 1 to 10000.")]
    [InlineData(10_001, 1, "people: Must be from 1 to 10000.")]
    [InlineData(2, 3, "women: Must be from 0 to the number of people.")]
    [InlineData(2, -1, "women: Must be from 0 to the number of people.")]
    public async Task Numbers_that_can_t_be_are_refused(int people, int women, string error)
    {
        var (_, review, _) = await _desk.CallAsync(ToMembers, "KEN_FOCAL_POINT");

        var refused = await _desk.TryReviewAsync("kenya", "acceptReview", "AcceptReviewInput", Accepting(review, people, women));

        Assert.Equal($"INVALID_INPUT input/panel/{error}", ReviewDesk.Refusal(refused));
        Assert.Equal("null", await PanelAsync("ghana", review));
    }

    private Task<JsonElement> AcceptAsync(string persona, string review, int people, int women) =>
        _desk.DoneAsync(persona, "acceptReview", "AcceptReviewInput", Accepting(review, people, women), "review { id }");

    private static object Accepting(string reviewId, int people, int women) =>
        new { reviewId, conflictOfInterest = "none", panel = new { people, women } };

    private async Task<string> PanelAsync(string persona, string review) =>
        (await _desk.NodeAsync(persona, review, Panel)).GetProperty("panel").GetRawText();
}
