using System.Text.Json;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>A review from its opening to its end, and who sees what at each step.</summary>
public sealed class ReviewStoryTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Everything =
        "{ peerReviews { totalCount nodes { id } } assessments { totalCount nodes { id comments { totalCount } reviews { totalCount } } } }";

    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task Ghana_asks_Kenya_comments_Ghana_answers_closes_and_publishes()
    {
        var document = await _desk.DraftAsync("ghana");
        var opened = await _desk.DoneAsync(
            "ghana", "openReview", "OpenReviewInput", ReviewDesk.Opening(document, 1, "KEN_FOCAL_POINT"),
            "review { id status version documentVersion scope document { id version } owner { code } reviewers { status office { code } } }");
        var review = ReviewDesk.IdOf(opened.GetProperty("review"));
        Assert.Equal(
            $$$"""{"id":"{{{review}}}","status":"OPEN","version":1,"documentVersion":1,"scope":"Is RF_03 well founded?","document":{"id":"{{{document}}}","version":1},"owner":{"code":"GHA_FOCAL_POINT"},"reviewers":[{"status":"INVITED","office":{"code":"KEN_FOCAL_POINT"}}]}""",
            opened.GetProperty("review").GetRawText());

        Assert.Null(await _desk.SeenAsync("kenya", document));
        await _desk.AcceptAsync("kenya", review);
        Assert.Equal("Under review 1", await _desk.SeenAsync("kenya", document));

        var comment = await _desk.CommentAsync("kenya", review);
        Assert.Equal("""{"version":1,"pointer":"/ratings/2/finding","quote":"Tense in the south"}""", comment.GetProperty("anchor").GetRawText());
        Assert.Equal("KEN_FOCAL_POINT", comment.GetProperty("author").GetProperty("code").GetString());
        Assert.Equal("Office of the R2P Focal Point of Kenya (sample)", comment.GetProperty("signature").GetString());

        var answered = await _desk.AnswerAsync("ghana", ReviewDesk.IdOf(comment));
        Assert.Equal("""{"version":1,"takenUp":true,"reason":"Source added."}""", answered.GetProperty("answer").GetRawText());
        Assert.True(answered.GetProperty("answered").GetBoolean());

        var closed = await _desk.CloseAsync("ghana", review);
        Assert.Equal("CLOSED", closed.GetProperty("status").GetString());
        Assert.Equal(2, closed.GetProperty("version").GetInt32());
        Assert.Null(await _desk.SeenAsync("kenya", document));

        await _desk.PublishAsync("ghana", document, 1, ReviewDesk.ToAfrica);
        Assert.Equal("Under review 4", await _desk.SeenAsync("kenya", document));
        Assert.Equal("Under review 4", await _desk.SeenAsync("au-desk", document));
    }

    [Theory]
    [InlineData("denmark")]
    [InlineData("au-desk")]
    [InlineData("secretariat")]
    [InlineData("observer")]
    [InlineData("kenya-contributor")]
    [InlineData("civil-society-kenya")]
    [InlineData("auditor")]
    [InlineData("admin")]
    [InlineData(null)]
    public async Task Others_get_at_each_step_the_answer_of_a_network_without_the_review(string? persona)
    {
        var before = (await network.DataAsync(persona, Everything)).GetRawText();
        var document = await _desk.DraftAsync("ghana");
        var review = await _desk.OpenAsync("ghana", document, 1, "KEN_FOCAL_POINT");
        await AssertNothingAsync();
        await _desk.AcceptAsync("kenya", review);
        await AssertNothingAsync();
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, addressee: "AUDIENCE"));
        await AssertNothingAsync(comment);
        await _desk.AnswerAsync("ghana", comment);
        await AssertNothingAsync(comment);
        await _desk.CloseAsync("ghana", review, comment);
        await AssertNothingAsync(comment);

        async Task AssertNothingAsync(string? written = null)
        {
            Assert.Equal(before, (await network.DataAsync(persona, Everything)).GetRawText());
            foreach (var id in new[] { document, review, written ?? review })
            {
                Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync(persona, id, "__typename")).ValueKind);
            }
        }
    }

    [Fact]
    public async Task A_reviewer_reads_the_version_under_review_and_no_later_one()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var before = (await network.DataAsync("kenya", Everything)).GetProperty("assessments").GetProperty("totalCount").GetInt32();

        await _desk.ReviseAsync("ghana", document, 1, [ReviewDesk.Rating("RF_03", "Secret.")]);

        Assert.Equal("Under review 1", await _desk.SeenAsync("kenya", document));
        Assert.Equal("Revised 2", await _desk.SeenAsync("ghana", document));
        var kept = await _desk.NodeAsync(
            "kenya", review, "... on PeerReview { document { version title ... on Assessment { ratings { finding } } } }");
        Assert.Equal(
            $$"""{"version":1,"title":"Under review","ratings":[{"finding":"Calm."},{"finding":"No record."},{"finding":"{{ReviewDesk.Finding}}"}]}""",
            kept.GetProperty("document").GetRawText());
        Assert.Equal(before, (await network.DataAsync("kenya", Everything)).GetProperty("assessments").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Opening_a_review_leaves_the_document_as_it_is()
    {
        var (document, _) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));

        Assert.Equal("Under review 1", await _desk.SeenAsync("ghana", document));
        await _desk.PublishAsync("ghana", document, 1, new { kind = "NATIONAL" });
        Assert.Equal("Under review 1", await _desk.SeenAsync("kenya", document));
    }

    [Fact]
    public async Task An_invited_office_reads_the_invitation_but_not_the_document()
    {
        var document = await _desk.DraftAsync("ghana");
        var review = await _desk.OpenAsync("ghana", document, 1, "KEN_FOCAL_POINT", "DNK_FOCAL_POINT");
        await _desk.AcceptAsync("denmark", review);

        var seen = await _desk.NodeAsync("kenya", review, "... on PeerReview { scope document { id } reviewers { status conflictOfInterest } }");

        Assert.Equal("Is RF_03 well founded?", seen.GetProperty("scope").GetString());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("document").ValueKind);
        Assert.Equal(
            ["INVITED", "ACCEPTED none"],
            seen.GetProperty("reviewers").EnumerateArray()
                .Select(row => $"{row.GetProperty("status")} {row.GetProperty("conflictOfInterest")}".Trim())
                .OrderDescending());
        Assert.Equal(
            "INVALID_TRANSITION -: addComment is not possible in the state INVITED, only in ACCEPTED.",
            ReviewDesk.Refusal(await _desk.TryCommentAsync("kenya", "addComment", "AddCommentInput", Comment(review))));
    }

    [Fact]
    public async Task Who_steps_down_reads_the_document_no_more()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));

        await _desk.DoneAsync("kenya", "declineReview", "DeclineReviewInput", new { reviewId = review }, "review { id }");

        Assert.Null(await _desk.SeenAsync("kenya", document));
        Assert.Equal(
            "INVALID_TRANSITION -: acceptReview is not possible in the state DECLINED, only in INVITED.",
            ReviewDesk.Refusal(await _desk.TryReviewAsync(
                "kenya", "acceptReview", "AcceptReviewInput", new { reviewId = review, conflictOfInterest = "none" })));
    }

    [Fact]
    public async Task A_cancelled_review_is_over()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));

        await _desk.DoneAsync("ghana", "cancelReview", "CancelReviewInput", new { reviewId = review, version = 1 }, "review { id }");

        Assert.Null(await _desk.SeenAsync("kenya", document));
        Assert.Equal(
            "INVALID_TRANSITION -: addComment is not possible in the state CANCELLED, only in OPEN.",
            ReviewDesk.Refusal(await _desk.TryCommentAsync("kenya", "addComment", "AddCommentInput", Comment(review))));
    }

    [Fact]
    public async Task A_review_that_opens_later_is_read_from_that_day_on()
    {
        var document = await _desk.DraftAsync("ghana");
        var tomorrow = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        var payload = await _desk.DoneAsync("ghana", "openReview", "OpenReviewInput", new
        {
            documentId = document, version = 1, scope = "Later", reviewers = new[] { ReviewDesk.OfficeId("KEN_FOCAL_POINT") }, opensOn = tomorrow,
        }, "review { id }");
        var review = ReviewDesk.IdOf(payload.GetProperty("review"));
        await _desk.AcceptAsync("kenya", review);

        Assert.Null(await _desk.SeenAsync("kenya", document));
        Assert.Equal(
            $"INVALID_INPUT input/reviewId: The review opens on {tomorrow:yyyy-MM-dd}.",
            ReviewDesk.Refusal(await _desk.TryCommentAsync("kenya", "addComment", "AddCommentInput", Comment(review))));
    }

    private static object Comment(string reviewId) => new { reviewId, kind = "OBSERVATION", text = "?", anchor = new { pointer = "/title" } };
}
