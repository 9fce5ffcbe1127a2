using System.Text.Json;
using R2P.Schema.Tests.Changes;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>A review calls for reviewers, offices offer, and its owner accepts or declines each.</summary>
public sealed class ReviewOfferTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string CallFields = "... on ReviewCall { text documentKind status owner { code } review { id } offers { office { code } } }";
    private static readonly object ToNetwork = new { kind = "NETWORK", networks = new[] { "GLOBAL_NETWORK_R2P_FOCAL_POINTS" } };
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task An_office_that_is_accepted_reads_comments_and_leaves_as_one_that_was_asked()
    {
        var (document, review, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        await _desk.AcceptAsync("kenya", review);
        var offer = await _desk.OfferAsync("denmark", call);
        Assert.Contains(offer, await _desk.InboxAsync("ghana", "REVIEW_OFFER_TO_DECIDE"));

        var accepted = await _desk.DecideAsync("acceptReviewer", offer, "Mediators are what we need.");

        Assert.Equal(("ACCEPTED", "Mediators are what we need."), (accepted.GetProperty("status").GetString(), accepted.GetProperty("reason").GetString()));
        Assert.DoesNotContain(offer, await _desk.InboxAsync("ghana", "REVIEW_OFFER_TO_DECIDE"));
        Assert.Equal("Under review 1", await _desk.SeenAsync("denmark", document));
        foreach (var persona in new[] { "ghana", "kenya", "denmark" })
        {
            var panel = await _desk.NodeAsync(persona, review, "... on PeerReview { reviewers { status conflictOfInterest office { code } } }");
            Assert.Equal(
                ["DNK_FOCAL_POINT ACCEPTED A common border.", "KEN_FOCAL_POINT ACCEPTED none"],
                panel.GetProperty("reviewers").EnumerateArray()
                    .Select(row => $"{row.GetProperty("office").GetProperty("code")} {row.GetProperty("status")} {row.GetProperty("conflictOfInterest")}")
                    .Order());
        }

        await _desk.ReviseAsync("ghana", document, 1, [ReviewDesk.Rating("RF_03", "Secret.")]);
        Assert.Equal("Under review 1", await _desk.SeenAsync("denmark", document));
        var comment = await _desk.CommentAsync("denmark", review, "From the one who offered");
        Assert.Equal(["From the one who offered"], await _desk.CommentsAsync("kenya", review));
        await _desk.AnswerAsync("ghana", ReviewDesk.IdOf(comment));
        await _desk.DoneAsync("ghana", "closeReview", "CloseReviewInput", new { reviewId = review, version = 2, conclusions = "Useful." }, "review { id }");
        Assert.Null(await _desk.SeenAsync("denmark", document));
    }

    [Fact]
    public async Task Until_it_is_accepted_an_office_reads_the_call_and_nothing_of_the_review_or_the_document()
    {
        var (document, review, call) = await _desk.CallAsync(ToNetwork);
        var before = await SeenAsync();
        var offer = await _desk.OfferAsync("denmark", call);

        Assert.Equal("""{"text":"We look for somebody who knows mediation.","documentKind":"ASSESSMENT","status":"OPEN","owner":{"code":"GHA_FOCAL_POINT"},"review":null,"offers":[]}""", before);
        Assert.Equal(before.Replace("[]", """[{"office":{"code":"DNK_FOCAL_POINT"}}]""", StringComparison.Ordinal), await SeenAsync());
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("denmark", review, "__typename")).ValueKind);
        Assert.Null(await _desk.SeenAsync("denmark", document));
        var own = await _desk.NodeAsync("denmark", offer, "... on ReviewOffer { status brings review { id } }");
        Assert.Equal(
            ("OFFERED", "Two mediators.", JsonValueKind.Null),
            (own.GetProperty("status").GetString(), own.GetProperty("brings").GetString(), own.GetProperty("review").ValueKind));

        async Task<string> SeenAsync()
        {
            var node = await _desk.NodeAsync("denmark", call, CallFields);
            return $"{{{node.GetRawText()[(node.GetRawText().IndexOf(',', StringComparison.Ordinal) + 1)..]}";
        }
    }

    [Theory]
    [InlineData("kenya")] // asked to review
    [InlineData("costa-rica")] // reads the call
    [InlineData("au-desk")]
    [InlineData("secretariat")]
    [InlineData("observer")]
    [InlineData("kenya-contributor")]
    [InlineData("admin")]
    [InlineData(null)]
    public async Task Nobody_but_the_owner_learns_who_offered(string? persona)
    {
        var (_, review, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        await _desk.AcceptAsync("kenya", review);
        var before = await EverythingAsync();

        var offer = await _desk.OfferAsync("denmark", call);
        Assert.Equal(before, await EverythingAsync());
        await _desk.DecideAsync("declineReviewer", offer, "We have mediators.");

        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync(persona, offer, "__typename")).ValueKind);

        async Task<string> EverythingAsync() => (await network.DataAsync(
            persona,
            """
            query($review: ID!) {
              reviewCalls(first: 50) { totalCount nodes { id version status offers { id } } }
              peerReviews(first: 50) { totalCount nodes { id version } }
              node(id: $review) { ... on PeerReview { version reviewers { status office { code } } call { offers { id } } } }
              inbox { items(first: 200) { reason subjectId } }
            }
            """,
            new { review })).GetRawText();
    }

    [Fact]
    public async Task A_declined_office_hears_why_and_sees_nothing()
    {
        var (document, review, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        await using var denmark = await Listener.StartAsync(network, "denmark");
        await using var kenya = await Listener.StartAsync(network, "kenya");
        var offer = await _desk.OfferAsync("denmark", call);
        await _desk.DecideAsync("declineReviewer", offer, "We have mediators.");

        Assert.Equal(["REVIEW_OFFERED by DNK", "REVIEWER_DECLINED by GHA"], [Listener.Words(await OfCallAsync()), Listener.Words(await OfCallAsync())]);
        Assert.True(await kenya.IsSilentAsync());
        var own = await _desk.NodeAsync("denmark", offer, "... on ReviewOffer { status reason review { id } }");
        Assert.Equal(("DECLINED", "We have mediators."), (own.GetProperty("status").GetString(), own.GetProperty("reason").GetString()));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("review").ValueKind);
        Assert.Null(await _desk.SeenAsync("denmark", document));
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("denmark", review, "__typename")).ValueKind);
        Assert.Equal(
            "INVALID_TRANSITION -: acceptReviewer is not possible in the state DECLINED, only in OFFERED.",
            ReviewDesk.Refusal(await _desk.TryOfferAsync("ghana", "acceptReviewer", "AcceptReviewerInput", new { offerId = offer })));

        async Task<JsonElement> OfCallAsync()
        {
            var told = await denmark.NextAsync();
            Assert.Equal(
                (call, JsonValueKind.Null, JsonValueKind.Null),
                (told.GetProperty("documentId").GetString(), told.GetProperty("kind").ValueKind, told.GetProperty("document").ValueKind));
            return told;
        }
    }

    [Fact]
    public async Task Those_who_read_a_call_hear_that_it_opens_and_ends_and_the_panel_of_whom_is_accepted()
    {
        await using var denmark = await Listener.StartAsync(network, "denmark");
        await using var costaRica = await Listener.StartAsync(network, "costa-rica");
        await using var outside = await Listener.StartAsync(network, "au-desk");
        var (_, review, call) = await _desk.CallAsync(ToNetwork);
        await _desk.DecideAsync("acceptReviewer", await _desk.OfferAsync("denmark", call));
        await _desk.DoneAsync("ghana", "endReviewCall", "EndReviewCallInput", new { callId = call, version = 1 }, "call { status }");

        Assert.Equal(
            ["REVIEW_CALL_OPENED 1 by GHA", "REVIEW_OFFERED by DNK", "REVIEWER_ACCEPTED 1 by GHA", "REVIEW_CALL_ENDED 2 by GHA"], await denmark.NextAsync(4));
        Assert.Equal(["REVIEW_CALL_OPENED 1 by GHA", "REVIEW_CALL_ENDED 2 by GHA"], await costaRica.NextAsync(2));
        Assert.True(await outside.IsSilentAsync());
        Assert.Equal("OPEN", (await _desk.NodeAsync("denmark", review, "... on PeerReview { status }")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task With_its_review_a_call_ends_and_whoever_waited_for_an_answer_hears_so()
    {
        var (_, review, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        var offer = await _desk.OfferAsync("denmark", call);

        await _desk.DoneAsync("ghana", "cancelReview", "CancelReviewInput", new { reviewId = review, version = 1 }, "review { id }");

        Assert.Equal("LAPSED", (await _desk.NodeAsync("denmark", offer, "... on ReviewOffer { status }")).GetProperty("status").GetString());
        Assert.Empty((await _desk.InboxAsync("ghana", "REVIEW_OFFER_TO_DECIDE")).Intersect([offer]));
        Assert.Equal("INVALID_TRANSITION -: offerToReview is not possible in the state ENDED, only in OPEN.", await RefusalAsync("costa-rica", call));
    }

    [Fact]
    public async Task An_erased_document_takes_the_call_and_its_offers_along()
    {
        var (document, _, call) = await _desk.CallAsync(ToNetwork);
        var offer = await _desk.OfferAsync("denmark", call);
        await _desk.DoneAsync("ghana", "endReviewCall", "EndReviewCallInput", new { callId = call, version = 1 }, "call { status }");

        await _desk.AsOwnerAsync("select r2p.erase_document($1, 'A test')", ReviewDesk.KeyOf(document));

        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("denmark", call, "__typename")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("denmark", offer, "__typename")).ValueKind);
        Assert.Equal(0L, await _desk.AsOwnerAsync("select count(*) from r2p.revision where document_id = $1", ReviewDesk.KeyOf(call)));
    }

    private async Task<string> RefusalAsync(string persona, string call) =>
        ReviewDesk.Refusal(await _desk.TryOfferAsync(persona, "offerToReview", "OfferToReviewInput", ReviewDesk.Offering(call)));
}
