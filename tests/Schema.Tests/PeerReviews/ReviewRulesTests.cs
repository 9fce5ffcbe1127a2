namespace R2P.Schema.Tests.PeerReviews;

/// <summary>What is refused in a review, and with which words.</summary>
public sealed class ReviewRulesTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task Only_the_owner_asks_for_a_review_and_only_of_the_current_version()
    {
        var draft = await _desk.DraftAsync("ghana");
        var ofCommittee = await _desk.DraftAsync("kenya-contributor");

        Assert.Equal(
            "NOT_FOUND input/documentId: There is no such document, or you may not see it.", await OpenAsync("kenya", draft, 1, "GHA_FOCAL_POINT"));
        Assert.Equal("CONFLICT input/version: Somebody changed it meanwhile; the current version is 1. Read it and decide again.",
            await OpenAsync("ghana", draft, 7, "KEN_FOCAL_POINT"));
        Assert.Equal(
            "INVALID_INPUT input/reviewers/0: An office does not review its own document.", await OpenAsync("ghana", draft, 1, "GHA_FOCAL_POINT"));
        Assert.Equal("INVALID_INPUT input/reviewers/0: There is no such office.", await OpenAsync("ghana", draft, 1, "NOBODY"));
        Assert.Equal("INVALID_INPUT input/reviewers: Name at least one office, or say who may offer.", await OpenAsync("ghana", draft, 1));
        Assert.Equal("INVALID_INPUT input/reviewers/1: This office is named already.",
            await OpenAsync("ghana", draft, 1, "KEN_FOCAL_POINT", "KEN_FOCAL_POINT"));
        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you ask for a review of this document.",
            await OpenAsync("kenya-contributor", ofCommittee, 1, "GHA_FOCAL_POINT"));

        await _desk.PublishAsync("ghana", draft, 1, ReviewDesk.ToAfrica);
        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you ask for a review of this document.",
            await OpenAsync("kenya", draft, 4, "DNK_FOCAL_POINT"));

        async Task<string> OpenAsync(string persona, string document, int version, params string[] offices) => ReviewDesk.Refusal(
            await _desk.TryReviewAsync(persona, "openReview", "OpenReviewInput", ReviewDesk.Opening(document, version, offices)));
    }

    [Fact]
    public async Task Only_a_named_office_answers_an_invitation()
    {
        var document = await _desk.DraftAsync("ghana");
        var review = await _desk.OpenAsync("ghana", document, 1, "KEN_FOCAL_POINT");

        Assert.Equal("NOT_FOUND input/reviewId: There is no such peer review, or you may not see it.", await AcceptAsync("denmark", "none"));
        Assert.Equal("NOT_ALLOWED -: None of your active appointments lets you use acceptReview on it.", await AcceptAsync("ghana", "none"));
        Assert.Equal("INVALID_INPUT input/conflictOfInterest: Must not be empty.", await AcceptAsync("kenya", " "));

        async Task<string> AcceptAsync(string persona, string conflictOfInterest) => ReviewDesk.Refusal(
            await _desk.TryReviewAsync(persona, "acceptReview", "AcceptReviewInput", new { reviewId = review, conflictOfInterest }));
    }

    [Fact]
    public async Task A_review_does_not_close_while_comments_have_no_answer()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var first = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "First"));
        var second = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "Second", addressee: "OWNER"));
        await _desk.CommentAsync("ghana", review, "A reply needs no answer", inReplyTo: first);
        await _desk.AnswerAsync("ghana", first);

        var refused = await _desk.TryReviewAsync("ghana", "closeReview", "CloseReviewInput", Closing(review));
        Assert.Equal("UNANSWERED_COMMENTS -: 1 comment has no answer yet. Answer it, then close the review.", ReviewDesk.Refusal(refused));
        Assert.Equal($"""["{second}"]""", refused.GetProperty("errors")[0].GetProperty("comments").GetRawText());

        await _desk.AnswerAsync("ghana", second);
        Assert.Equal("CLOSED", (await _desk.CloseAsync("ghana", review)).GetProperty("status").GetString());
        Assert.Equal(
            "CONFLICT input/version: Somebody changed it meanwhile; the current version is 2. Read it and decide again.",
            ReviewDesk.Refusal(await _desk.TryReviewAsync("ghana", "closeReview", "CloseReviewInput", Closing(review))));
        Assert.Equal(
            "INVALID_TRANSITION -: answerComment is not possible in the state CLOSED, only in OPEN.",
            ReviewDesk.Refusal(await _desk.TryCommentAsync(
                "ghana", "answerComment", "AnswerCommentInput", new { commentId = first, takenUp = false, reason = "Late", version = 1 })));
    }

    [Fact]
    public async Task Only_what_was_written_for_the_audience_is_released()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var panel = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "For the panel"));
        var audience = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "For all", addressee: "AUDIENCE"));
        var reply = ReviewDesk.IdOf(await _desk.CommentAsync("ghana", review, "Reply", addressee: "AUDIENCE", inReplyTo: audience));
        await _desk.AnswerAsync("ghana", panel);
        await _desk.AnswerAsync("ghana", audience);

        Assert.Equal(
            "INVALID_INPUT input/release/0: This comment was not written for the document's audience: it stays in the room.",
            await ReleaseAsync(panel));
        Assert.Equal("INVALID_INPUT input/release/0: This is a reply: release the comment that it replies to as well.", await ReleaseAsync(reply));
        Assert.Equal("INVALID_INPUT input/release/0: There is no such comment in this review.",
            await ReleaseAsync(new R2P.GraphQL.NodeId("Comment", Guid.Empty).ToString()));

        async Task<string> ReleaseAsync(params string[] release) => ReviewDesk.Refusal(await _desk.TryReviewAsync(
            "ghana", "closeReview", "CloseReviewInput", new { reviewId = review, version = 1, conclusions = "Done.", release }));
    }

    [Fact]
    public async Task Of_two_answers_at_the_same_moment_one_stands_and_the_others_conflict()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var commentId = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _desk.TryCommentAsync(
            "ghana", "answerComment", "AnswerCommentInput", new { commentId, takenUp = true, reason = $"Writer {i}" })));

        Assert.Single(answers, answer => answer.GetProperty("errors").GetArrayLength() == 0);
        Assert.Equal(5, answers.Count(answer => answer.GetProperty("errors").GetArrayLength() == 1
            && ReviewDesk.Refusal(answer)
                .StartsWith("CONFLICT input/version: Somebody changed it meanwhile; the current version is 1.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_changed_answer_names_the_version_it_replaces_and_keeps_the_former_one()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review));
        await _desk.AnswerAsync("ghana", comment, reason: "First thought");
        await _desk.AnswerAsync("ghana", comment, version: 1, reason: "Second thought");

        var seen = await _desk.NodeAsync("kenya", comment, "... on Comment { answer { version reason } answers { version reason } }");

        Assert.Equal("""{"version":2,"reason":"Second thought"}""", seen.GetProperty("answer").GetRawText());
        Assert.Equal(
            """[{"version":2,"reason":"Second thought"},{"version":1,"reason":"First thought"}]""", seen.GetProperty("answers").GetRawText());
        Assert.Equal(
            "NOT_ALLOWED -: None of your active appointments lets you answer this comment.",
            ReviewDesk.Refusal(await _desk.TryCommentAsync(
                "kenya", "answerComment", "AnswerCommentInput", new { commentId = comment, takenUp = true, reason = "?", version = 2 })));
    }

    [Fact]
    public async Task The_same_comment_sent_twice_is_written_once()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var input = new { reviewId = review, kind = "OBSERVATION", text = "Once", anchor = new { pointer = "/title" }, clientMutationId = "once" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            _desk.DoneAsync("kenya", "addComment", "AddCommentInput", input, "comment { id }")));

        Assert.Single(answers.Select(answer => ReviewDesk.IdOf(answer.GetProperty("comment"))).Distinct());
        Assert.Equal(["Once"], await _desk.CommentsAsync("ghana", review));
    }

    private static object Closing(string reviewId) => new { reviewId, version = 1, conclusions = "Done." };
}
