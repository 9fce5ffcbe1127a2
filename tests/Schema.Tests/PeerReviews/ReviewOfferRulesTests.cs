namespace R2P.Schema.Tests.PeerReviews;

/// <summary>What is refused of calls and offers, and with which words; that a retry does nothing twice.</summary>
public sealed class ReviewOfferRulesTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly object ToMembers = new { kind = "MEMBERS" };
    private static readonly object ToNetwork = new { kind = "NETWORK", networks = new[] { "GLOBAL_NETWORK_R2P_FOCAL_POINTS" } };
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task Nobody_may_offer_unless_the_owner_says_who()
    {
        var document = await _desk.DraftAsync("ghana");
        var review = await _desk.OpenAsync("ghana", document, 1, "KEN_FOCAL_POINT");

        Assert.Equal("null", (await _desk.NodeAsync("ghana", review, "... on PeerReview { call { id } }")).GetProperty("call").GetRawText());
        Assert.Equal("INVALID_INPUT input/call: Goes with offersFrom only: say who may offer.", await OpenAsync(null));
        Assert.Equal(
            "INVALID_INPUT input/offersFrom: Your own office does not review its own document: name others, or leave it out.",
            await OpenAsync(new { kind = "OFFICE" }));
        Assert.Equal(
            "INVALID_INPUT input/offersFrom/networks/0: Unknown network \"NOBODY\".", await OpenAsync(new { kind = "NETWORK", networks = new[] { "NOBODY" } }));
        Assert.Equal("INVALID_INPUT input/reviewers: Name at least one office, or say who may offer.", ReviewDesk.Refusal(
            await _desk.TryReviewAsync("ghana", "openReview", "OpenReviewInput", ReviewDesk.Opening(document, 1))));

        async Task<string> OpenAsync(object? offersFrom) => ReviewDesk.Refusal(
            await _desk.TryReviewAsync("ghana", "openReview", "OpenReviewInput", ReviewDesk.Calling(document, offersFrom, "KEN_FOCAL_POINT")));
    }

    [Fact]
    public async Task An_offer_is_refused_to_whom_the_call_does_not_welcome_who_reviews_already_and_the_owner()
    {
        var (_, review, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        await _desk.OfferAsync("costa-rica", call);

        Assert.Equal("NOT_FOUND input/callId: There is no such call for reviewers, or you may not see it.", await OfferAsync("au-desk", call));
        Assert.Equal("INVALID_INPUT input/callId: An office does not review its own document.", await OfferAsync("ghana", call));
        Assert.Equal(
            "INVALID_INPUT input/callId: Your office is among those who were asked to review already: answer that.", await OfferAsync("kenya", call));
        Assert.Equal("INVALID_INPUT input/callId: Your office has offered already.", await OfferAsync("costa-rica", call));
        var (_, _, toMembers) = await _desk.CallAsync(ToMembers);
        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you offer to review.", await OfferAsync("kenya-contributor", toMembers));
        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you offer to review.", await OfferAsync("observer", toMembers));
        await _desk.DoneAsync("ghana", "endReviewCall", "EndReviewCallInput", new { callId = call, version = 1 }, "call { status }");
        Assert.Equal("INVALID_TRANSITION -: offerToReview is not possible in the state ENDED, only in OPEN.", await OfferAsync("denmark", call));
        Assert.Equal("Is RF_03 well founded?", (await _desk.NodeAsync("kenya", review, "... on PeerReview { scope }")).GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_an_offer_is_said_at_once()
    {
        var (_, _, call) = await _desk.CallAsync(ToNetwork);

        var refused = await _desk.TryOfferAsync("denmark", "offerToReview", "OfferToReviewInput", new
        {
            callId = call, conflictOfInterest = " ", brings = new string('x', 4_001), panel = new { people = 2, women = 3 },
        });

        Assert.Equal(
            ["conflictOfInterest: Must not be empty.", "brings: Is 4001 characters long; at most 4000 are allowed.", "panel/women: Must be from 0 to the number of people."],
            refused.GetProperty("errors").EnumerateArray().Select(error =>
                $"{string.Join('/', error.GetProperty("path").EnumerateArray().Skip(1).Select(step => step.GetString()))}: {error.GetProperty("message").GetString()}"));
    }

    [Fact]
    public async Task Only_the_owner_decides_and_gives_a_reason_for_a_no()
    {
        var (_, _, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        var offerId = await _desk.OfferAsync("denmark", call);

        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you decide on this offer.", await DecideAsync("denmark", "acceptReviewer"));
        Assert.Equal("NOT_FOUND input/offerId: There is no such offer, or you may not see it.", await DecideAsync("kenya", "acceptReviewer"));
        Assert.Equal("INVALID_INPUT input/reason: Must not be empty.", await DecideAsync("ghana", "declineReviewer"));
        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you end this call.", ReviewDesk.Refusal(await _desk.ActAsync(
            "denmark", "endReviewCall", "EndReviewCallInput", new { callId = call, version = 1 }, "call { id }")));
        Assert.Equal("CONFLICT input/version: Somebody changed it meanwhile; the current version is 1. Read it and decide again.", ReviewDesk.Refusal(
            await _desk.ActAsync("ghana", "endReviewCall", "EndReviewCallInput", new { callId = call, version = 7 }, "call { id }")));

        async Task<string> DecideAsync(string persona, string act) => ReviewDesk.Refusal(
            await _desk.TryOfferAsync(persona, act, $"{char.ToUpperInvariant(act[0])}{act[1..]}Input", new { offerId, reason = " " }));
    }

    [Fact]
    public async Task The_same_offer_sent_twice_is_made_once_and_of_two_decisions_at_the_same_moment_one_stands()
    {
        var (_, review, call) = await _desk.CallAsync(ToNetwork);
        var offers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _desk.OfferAsync("denmark", call, clientMutationId: "offered once")));
        var offerId = Assert.Single(offers.Distinct());

        var decisions = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => i % 2 == 0
            ? _desk.TryOfferAsync("ghana", "acceptReviewer", "AcceptReviewerInput", new { offerId })
            : _desk.TryOfferAsync("ghana", "declineReviewer", "DeclineReviewerInput", new { offerId, reason = "Enough." })));

        var stands = Assert.Single(decisions, decision => decision.GetProperty("errors").GetArrayLength() == 0)
            .GetProperty("offer").GetProperty("status").GetString();
        var seen = await _desk.NodeAsync("ghana", review, "... on PeerReview { reviewers { status } call { offers { status } } }");
        Assert.Equal($$"""[{"status":"{{stands}}"}]""", seen.GetProperty("call").GetProperty("offers").GetRawText());
        Assert.Equal(stands == "ACCEPTED" ? 1 : 0, seen.GetProperty("reviewers").GetArrayLength());
    }

    private async Task<string> OfferAsync(string persona, string call) =>
        ReviewDesk.Refusal(await _desk.TryOfferAsync(persona, "offerToReview", "OfferToReviewInput", ReviewDesk.Offering(call)));
}
