using R2P.Schema.Tests.PeerReviews;

namespace R2P.Schema.Tests.Recommendations;

public sealed class RecommendationWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Duplicates = "... on Recommendation { duplicates { title } }";

    private readonly FollowUpDesk _desk = new(network);

    [Theory]
    [InlineData("ghana")]
    [InlineData("kenya-contributor")]
    [InlineData("secretariat")]
    [InlineData("civil-society-kenya")]
    [InlineData("observer")]
    [InlineData("admin")]
    [InlineData(null)]
    public async Task What_is_not_shared_is_nobody_elses(string? persona)
    {
        var text = $"Hidden from {persona}.";
        var id = FollowUpDesk.Id(await _desk.RecordAsync("kenya", text: text));

        Assert.False(await _desk.SeesAsync(persona, id));
        var list = await network.DataAsync(
            persona, "query($text: String!) { recommendations(where: { title: { eq: $text } }) { totalCount nodes { id } } }", new { text });
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", list.GetProperty("recommendations").GetRawText());
    }

    [Fact]
    public async Task A_duplicate_shows_to_those_who_may_see_both()
    {
        var shared = FollowUpDesk.Id(await _desk.RecordAsync("kenya", FollowUpDesk.ToMembers, "Duplicate, shared."));
        var national = FollowUpDesk.Id(await _desk.RecordAsync("kenya", FollowUpDesk.ToState, "Duplicate, national."));

        await _desk.ActAsync("kenya", "linkDuplicates", new { ids = new[] { shared, national } });
        await _desk.ActAsync("kenya", "linkDuplicates", new { ids = new[] { national, shared } }); // Once more changes nothing.

        Assert.Equal("""{"duplicates":[{"title":"Duplicate, national."}]}""", (await _desk.SeeAsync("kenya-contributor", shared, Duplicates)).GetRawText());
        Assert.Equal("""{"duplicates":[{"title":"Duplicate, shared."}]}""", (await _desk.SeeAsync("kenya", national, Duplicates)).GetRawText());
        Assert.Equal("""{"duplicates":[]}""", (await _desk.SeeAsync("ghana", shared, Duplicates)).GetRawText());
        const string events = "... on Recommendation { version events(first: 5) { nodes { type } } }";
        Assert.Equal("""{"version":1,"events":{"nodes":[{"type":"RECOMMENDATION_RECORDED"}]}}""", (await _desk.SeeAsync("ghana", shared, events)).GetRawText());
    }

    [Fact]
    public async Task Nobody_links_what_they_can_not_see_or_have_no_part_in()
    {
        var shared = FollowUpDesk.Id(await _desk.RecordAsync("kenya", FollowUpDesk.ToMembers, "Not to be linked."));
        var other = FollowUpDesk.Id(await _desk.RecordAsync("kenya", FollowUpDesk.ToMembers, "Not to be linked, either."));
        var hidden = FollowUpDesk.Id(await _desk.RecordAsync("kenya", text: "Hidden."));

        Assert.Equal(
            ["INVALID_INPUT input.ids.1: There is no such recommendation, or you may not see it."],
            await _desk.RefusalAsync("ghana", "linkDuplicates", new { ids = new[] { shared, hidden } }));
        Assert.StartsWith(
            "NOT_ALLOWED",
            Assert.Single(await _desk.RefusalAsync("ghana", "linkDuplicates", new { ids = new[] { shared, other } })),
            StringComparison.Ordinal);
        Assert.Equal(
            ["INVALID_INPUT input.ids: Name at least two recommendations."],
            await _desk.RefusalAsync("kenya", "linkDuplicates", new { ids = new[] { shared, shared } }));
    }

    [Fact]
    public async Task A_comment_becomes_a_recommendation_of_the_owners_office_with_a_link_back()
    {
        var review = new ReviewDesk(network);
        var (_, room) = await review.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var spoken = await CommentAsync(room, "RECOMMENDATION", "AUDIENCE", "Publish the figures.");
        var quiet = await CommentAsync(room, "RECOMMENDATION", "OWNER", "Change the minister.");
        var question = await CommentAsync(room, "QUESTION", "AUDIENCE", "Why?");

        Assert.Equal(
            ["INVALID_INPUT input.commentId: This comment recommends nothing: its kind is another one."],
            await _desk.RefusalAsync("ghana", "recommendFromReview", new { commentId = question }));
        Assert.Equal(
            ["INVALID_INPUT input.text: This comment was not written for the document's audience: say in your own words what is recommended."],
            await _desk.RefusalAsync("ghana", "recommendFromReview", new { commentId = quiet }));
        Assert.StartsWith(
            "NOT_ALLOWED", Assert.Single(await _desk.RefusalAsync("kenya", "recommendFromReview", new { commentId = spoken })), StringComparison.Ordinal);
        var born = await _desk.ActAsync("ghana", "recommendFromReview", new { commentId = spoken, nextOn = "2027-06-01" });
        Assert.Equal(
            ["INVALID_INPUT input.commentId: This comment is followed up already."],
            await _desk.RefusalAsync("ghana", "recommendFromReview", new { commentId = spoken }));

        var seen = await _desk.SeeAsync("ghana", FollowUpDesk.Id(born), "... on Recommendation { mechanism country status text review { id } comment { id } }");
        Assert.Equal(
            $$$"""{"mechanism":"FOCAL_POINT_PEER_REVIEW","country":"GHA","status":"RECEIVED","text":"Publish the figures.","review":{"id":"{{{room}}}"},"comment":{"id":"{{{spoken}}}"}}""",
            seen.GetRawText());
        Assert.False(await _desk.SeesAsync("kenya", FollowUpDesk.Id(born)));
        const string back = "... on Comment { recommendation { text } }";
        Assert.Equal("""{"recommendation":{"text":"Publish the figures."}}""", (await _desk.SeeAsync("ghana", spoken, back)).GetRawText());
        Assert.Equal("""{"recommendation":null}""", (await _desk.SeeAsync("kenya", spoken, back)).GetRawText());

        await _desk.ActAsync("ghana", "shareDocument", new { id = FollowUpDesk.Id(born), version = 1, audience = FollowUpDesk.ToMembers }, "document { id }");
        var outside = await _desk.SeeAsync("denmark", FollowUpDesk.Id(born), "... on Recommendation { text review { id } comment { id } }");
        Assert.Equal("""{"text":"Publish the figures.","review":null,"comment":null}""", outside.GetRawText());
    }

    [Fact]
    public async Task What_waits_for_an_answer_or_is_due_reaches_the_office_that_it_needs()
    {
        var waiting = await _desk.RecordAsync("secretariat", FollowUpDesk.ToMembers, "Waits for an answer.", "GHA");
        var due = await _desk.RecordAsync("kenya", FollowUpDesk.ToState, "Is due.");
        await _desk.ActAsync("kenya", "answerRecommendation", new { id = FollowUpDesk.Id(due), version = 1, answer = "ACCEPT", nextOn = "2020-01-01" });
        await _desk.ActAsync(
            "kenya", "assignRecommendation", new { id = FollowUpDesk.Id(due), version = 2, lead = FollowUpDesk.Office("KEN_NATIONAL_COMMITTEE") });

        var reminder = (FollowUpDesk.Id(due), "KEN_NATIONAL_COMMITTEE");
        Assert.Contains((FollowUpDesk.Id(waiting), "GHA_FOCAL_POINT"), await _desk.InboxAsync("ghana", "RECOMMENDATION_DUE"));
        Assert.DoesNotContain(FollowUpDesk.Id(waiting), (await _desk.InboxAsync("kenya", "RECOMMENDATION_DUE")).Select(entry => entry.Subject));
        Assert.DoesNotContain(FollowUpDesk.Id(waiting), (await _desk.InboxAsync("secretariat", "RECOMMENDATION_DUE")).Select(entry => entry.Subject));
        Assert.Contains(reminder, await _desk.InboxAsync("kenya-contributor", "RECOMMENDATION_DUE"));
        Assert.DoesNotContain(FollowUpDesk.Id(due), (await _desk.InboxAsync("kenya", "RECOMMENDATION_DUE")).Select(entry => entry.Subject));
    }

    private async Task<string> CommentAsync(string reviewId, string kind, string addressee, string text) => FollowUpDesk.Id(await _desk.ActAsync(
        "kenya",
        "addComment",
        new { reviewId, kind, text, addressee, signature = "OFFICE", anchor = new { pointer = "/ratings/2/finding", quote = "Tense in the south" } },
        "comment { id }"));
}
