using System.Text.Json;
using R2P.Schema.Members;
using R2P.Schema.Tests.Changes;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>Who reads a comment: whom it was written for, and nobody learns a sealed author.</summary>
public sealed class CommentReadersTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Fact]
    public async Task A_comment_is_read_by_those_for_whom_it_was_written()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("denmark", "DNK_FOCAL_POINT"));
        var toOwner = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "owner", "OWNER"));
        await _desk.CommentAsync("ghana", review, "reply to owner", "OWNER", inReplyTo: toOwner);
        var toPanel = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "panel", "PANEL"));
        var toAudience = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "audience", "AUDIENCE"));

        Assert.Equal(["owner", "reply to owner", "panel", "audience"], await _desk.CommentsAsync("ghana", review));
        Assert.Equal(["owner", "reply to owner", "panel", "audience"], await _desk.CommentsAsync("kenya", review));
        Assert.Equal(["panel", "audience"], await _desk.CommentsAsync("denmark", review));

        foreach (var comment in new[] { toOwner, toPanel, toAudience })
        {
            await _desk.AnswerAsync("ghana", comment);
        }

        await _desk.CloseAsync("ghana", review, toAudience);
        Assert.Equal(["owner", "reply to owner", "panel", "audience"], await _desk.CommentsAsync("kenya", review));
        Assert.Empty(await _desk.CommentsAsync("denmark", review));
        await _desk.PublishAsync("ghana", document, 1, ReviewDesk.ToAfrica);
        Assert.Equal(["audience"], await OnDocumentAsync("au-desk", document));
        Assert.Equal(["audience"], await OnDocumentAsync("kenya", document, "owner", "reply to owner", "panel"));
    }

    [Fact]
    public async Task What_was_released_goes_with_the_document_and_comes_back_with_it()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "released", "AUDIENCE"));
        var kept = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "kept", "AUDIENCE"));
        await _desk.AnswerAsync("ghana", comment);
        await _desk.AnswerAsync("ghana", kept);
        await _desk.PublishAsync("ghana", document, 1, ReviewDesk.ToAfrica);
        Assert.Empty(await OnDocumentAsync("au-desk", document));

        await _desk.CloseAsync("ghana", review, comment);

        Assert.Equal(["released"], await OnDocumentAsync("au-desk", document));
        var seen = await _desk.NodeAsync(
            "au-desk", comment, "... on Comment { text review { id } document { id } answer { reason } author { code } }");
        Assert.Equal(
            $$$"""{"id":"{{{comment}}}","text":"released","review":null,"document":{"id":"{{{document}}}"},"answer":{"reason":"Source added."},"author":{"code":"KEN_FOCAL_POINT"}}""",
            seen.GetRawText());

        await RecallAsync(document);
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("au-desk", comment, "__typename")).ValueKind);
        Assert.Equal(JsonValueKind.Object, (await _desk.NodeAsync("kenya", comment, "__typename")).ValueKind);
    }

    [Fact]
    public async Task A_document_that_is_taken_back_closes_to_its_reviewers_too()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("denmark", "DNK_FOCAL_POINT"));
        await _desk.CommentAsync("denmark", review, "quotes it");

        await RecallAsync(document);

        Assert.Null(await _desk.SeenAsync("kenya", document));
        Assert.Empty(await _desk.CommentsAsync("kenya", review));
        Assert.Equal(["quotes it"], await _desk.CommentsAsync("denmark", review));
        Assert.Equal(["quotes it"], await _desk.CommentsAsync("ghana", review));
    }

    [Fact]
    public async Task What_expires_expires_for_reviewers_and_with_its_comments()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        await _desk.CommentAsync("kenya", review, "quotes it");

        await _desk.AsOwnerAsync(
            "update r2p.assessment set expires_at = now() - interval '1 second', version = version + 1 where id = $1", ReviewDesk.KeyOf(document));

        Assert.Null(await _desk.SeenAsync("kenya", document));
        Assert.Empty(await _desk.CommentsAsync("kenya", review));
        Assert.Equal(["quotes it"], await _desk.CommentsAsync("ghana", review));
    }

    [Fact]
    public async Task Erasing_a_document_erases_its_reviews()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review));
        await _desk.AnswerAsync("ghana", comment);

        Assert.Equal(true, await _desk.AsOwnerAsync("select r2p.erase_document($1, 'test')", ReviewDesk.KeyOf(document)));

        foreach (var (sql, id) in new[]
        {
            ("select count(*) from r2p.peer_review where id = $1", review),
            ("select count(*) from r2p.reviewer where review_id = $1", review),
            ("select count(*) from r2p.reviewed_version where review_id = $1", review),
            ("select count(*) from r2p.comment where review_id = $1", review),
            ("select count(*) from r2p.comment_author where comment_id = $1", comment),
            ("select count(*) from r2p.comment_answer where comment_id = $1", comment),
            ("select count(*) from r2p.revision where document_id = $1", review),
            ("select count(*) from r2p.event where document_id = $1 and data <> '{}'", review),
        })
        {
            Assert.Equal(0L, await _desk.AsOwnerAsync(sql, ReviewDesk.KeyOf(id)));
        }
    }

    [Fact]
    public async Task A_sealed_author_is_told_to_nobody_else_by_field_event_or_row()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("au-desk", "AU_R2P_DESK"), ("denmark", "DNK_FOCAL_POINT"));
        await using var ghana = await Listener.StartAsync(network, "ghana", $"""reviewActivity(review: "{review}")""");

        var written = await _desk.CommentAsync("kenya", review, "Sealed", signature: "REGION");
        var comment = ReviewDesk.IdOf(written);

        Assert.Equal("KEN_FOCAL_POINT", written.GetProperty("author").GetProperty("code").GetString());
        const string all = "... on Comment { text sealed signature author { code } review { comments { nodes { author { code } signature } } } answer { reason } replies { totalCount } }";
        foreach (var persona in new[] { "ghana", "denmark", "au-desk" })
        {
            var seen = await _desk.NodeAsync(persona, comment, all);
            Assert.Equal("A focal point in the region Africa", seen.GetProperty("signature").GetString());
            Assert.Equal(JsonValueKind.Null, seen.GetProperty("author").ValueKind);
            Assert.DoesNotContain("KEN", seen.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Equal(["COMMENT_ADDED 1: Under review"], await ghana.NextAsync(1));
        await AssertNotNamedAsync("select row_to_json(c)::text from r2p.comment c where id = $1", comment);
        await AssertNotNamedAsync("select row_to_json(e)::text from r2p.event e where document_id = $1 and type = 'COMMENT_ADDED'", review);
    }

    [Fact]
    public async Task A_sealed_author_reads_answers_and_hears_of_them()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("au-desk", "AU_R2P_DESK"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "Sealed, to the owner", "OWNER", "REGION"));
        await using var kenya = await Listener.StartAsync(network, "kenya", $"""reviewActivity(review: "{review}")""");
        await using var desk = await Listener.StartAsync(network, "au-desk", $"""reviewActivity(review: "{review}")""");

        await _desk.AnswerAsync("ghana", comment);

        Assert.Equal(["COMMENT_ANSWERED 1 by GHA"], await kenya.NextAsync(1));
        var seen = await _desk.NodeAsync("kenya", comment, "... on Comment { author { code } answer { reason } }");
        Assert.Equal("Source added.", seen.GetProperty("answer").GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, (await _desk.NodeAsync("au-desk", comment, "__typename")).ValueKind);
        Assert.True(await desk.IsSilentAsync());
        await _desk.CloseAsync("ghana", review);
        Assert.Equal(["Sealed, to the owner"], await _desk.CommentsAsync("kenya", review));
    }

    [Fact]
    public async Task A_seal_that_would_hide_nobody_is_refused()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("denmark", "DNK_FOCAL_POINT"));

        Assert.Equal(
            "INVALID_INPUT input/signature: You are the only accepted reviewer of your region: this signature would name you. Sign with your office, or wait for another.",
            await SealAsync("kenya"));
        Assert.Equal(
            "INVALID_INPUT input/signature: The owner of the document does not comment under a sealed signature.", await SealAsync("ghana"));

        async Task<string> SealAsync(string persona) => ReviewDesk.Refusal(await _desk.TryCommentAsync(persona, "addComment", "AddCommentInput", new
        {
            reviewId = review, kind = "QUESTION", text = "?", anchor = new { pointer = "/title" }, signature = "REGION",
        }));
    }

    [Fact]
    public async Task Comments_are_filtered_and_paged_within_each_review()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        for (var i = 1; i <= 3; i++)
        {
            await _desk.CommentAsync("kenya", review, $"Comment {i}");
        }

        await _desk.AnswerAsync("ghana", await IdOfAsync("Comment 2"));

        var seen = await _desk.NodeAsync(
            "ghana",
            review,
            "... on PeerReview { open: comments(where: { answered: { eq: false } }) { totalCount nodes { text } } newest: comments(first: 1) { nodes { text } pageInfo { hasNextPage } } }");
        Assert.Equal(
            """{"totalCount":2,"nodes":[{"text":"Comment 3"},{"text":"Comment 1"}]}""", seen.GetProperty("open").GetRawText());
        Assert.Equal("""{"nodes":[{"text":"Comment 3"}],"pageInfo":{"hasNextPage":true}}""", seen.GetProperty("newest").GetRawText());

        async Task<string> IdOfAsync(string text)
        {
            var all = await _desk.NodeAsync("ghana", review, "... on PeerReview { comments { nodes { id text } } }");
            return all.GetProperty("comments").GetProperty("nodes").EnumerateArray()
                .Where(comment => comment.GetProperty("text").GetString() == text)
                .Select(ReviewDesk.IdOf)
                .Single();
        }
    }

    private async Task AssertNotNamedAsync(string sql, string id)
    {
        var row = (string)(await _desk.AsOwnerAsync(sql, ReviewDesk.KeyOf(id)))!;
        Assert.DoesNotContain(ReferenceId.Office("KEN_FOCAL_POINT").ToString(), row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ReferenceId.Of("person", "sample:kenya").ToString(), row, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What taking back a document does to its row.</summary>
    private Task<object?> RecallAsync(string document) => _desk.AsOwnerAsync(
        "update r2p.assessment set status = 'WITHDRAWN', readers = array['office:' || owner_id], version = version + 1 where id = $1",
        ReviewDesk.KeyOf(document));

    private async Task<string[]> OnDocumentAsync(string persona, string document, params string[] own)
    {
        var node = await _desk.NodeAsync(persona, document, "... on Assessment { comments(order: [{ createdAt: ASC }]) { nodes { text } } }");
        return [.. ReviewDesk.Texts(node).Except(own)];
    }
}
