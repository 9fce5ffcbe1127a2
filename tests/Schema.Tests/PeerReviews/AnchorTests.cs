using System.Text.Json;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>Where comments stand, and what becomes of the passage.</summary>
public sealed class AnchorTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly ReviewDesk _desk = new(network);

    [Theory]
    [InlineData("ratings/2", null, "pointer: Is no JSON pointer (RFC 6901), such as /ratings/2/finding.")]
    [InlineData("/ratings/~2", null, "pointer: Is no JSON pointer (RFC 6901), such as /ratings/2/finding.")]
    [InlineData("/ratings/~", null, "pointer: Is no JSON pointer (RFC 6901), such as /ratings/2/finding.")]
    [InlineData("/ratings/3", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/-", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/02", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/-1", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/99999999999", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/2/findings", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/2/finding/0", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/summary", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/readers/0", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ownerId", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/audience", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/body", null, "pointer: Leads to nothing in version 1 of the document.")]
    [InlineData("/ratings/2/finding", "tense in the south", "quote: Does not occur at that passage: quote the words exactly as they stand there.")]
    [InlineData("/ratings/1/finding", "Tense", "quote: Does not occur at that passage: quote the words exactly as they stand there.")]
    [InlineData("/ratings/2/finding", "", "quote: Does not occur at that passage: quote the words exactly as they stand there.")]
    public async Task An_anchor_that_leads_nowhere_or_quotes_other_words_is_refused_and_no_comment_is_kept(string pointer, string? quote, string error)
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));

        var refused = await _desk.TryCommentAsync(
            "kenya", "addComment", "AddCommentInput", new { reviewId = review, kind = "QUESTION", text = "?", anchor = new { pointer, quote } });

        Assert.Equal($"INVALID_INPUT input/anchor/{error}", ReviewDesk.Refusal(refused));
        Assert.Empty(await _desk.CommentsAsync("ghana", review));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("/title", "Under")]
    [InlineData("/ratings/2", "Tense in the south")]
    [InlineData("/ratings/2/trend", "STABLE")]
    [InlineData("/inhibitors/0/finding", null)]
    public async Task An_anchor_on_the_whole_document_on_one_entry_or_on_one_word_comes_back_as_it_was_given(string pointer, string? quote)
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));

        var payload = await _desk.DoneAsync(
            "kenya", "addComment", "AddCommentInput", new { reviewId = review, kind = "QUESTION", text = "?", anchor = new { pointer, quote } },
            "comment { anchor { pointer quote now { version } } }");

        var anchor = payload.GetProperty("comment").GetProperty("anchor");
        Assert.Equal((pointer, quote), (anchor.GetProperty("pointer").GetString(), anchor.GetProperty("quote").GetString()));
        Assert.Equal(JsonValueKind.Null, anchor.GetProperty("now").ValueKind);
    }

    [Fact]
    public async Task A_comment_needs_an_anchor_and_a_reply_has_that_of_its_comment()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review));

        Assert.Equal("INVALID_INPUT input/anchor: Say which passage you mean.", await RefusalAsync(new { reviewId = review, kind = "QUESTION", text = "?" }));
        Assert.Equal(
            "INVALID_INPUT input/anchor: A reply stands at the passage of the comment that it replies to: leave the anchor out.",
            await RefusalAsync(new { reviewId = review, kind = "QUESTION", text = "?", inReplyTo = comment, anchor = new { pointer = "/title" } }));
        Assert.Equal(
            "INVALID_INPUT input/addressee: The comment that you reply to was for PANEL only.",
            await RefusalAsync(new { reviewId = review, kind = "QUESTION", text = "?", inReplyTo = comment, addressee = "AUDIENCE" }));
        var reply = await _desk.CommentAsync("ghana", review, "Reply", inReplyTo: comment);
        Assert.Equal("/ratings/2/finding", reply.GetProperty("anchor").GetProperty("pointer").GetString());
        var seen = await _desk.NodeAsync("kenya", comment, "... on Comment { replies { nodes { text inReplyTo { id } } } }");
        Assert.Equal(
            $$$"""{"nodes":[{"text":"Reply","inReplyTo":{"id":"{{{comment}}}"}}]}""", seen.GetProperty("replies").GetRawText());

        async Task<string> RefusalAsync(object input) =>
            ReviewDesk.Refusal(await _desk.TryCommentAsync("kenya", "addComment", "AddCommentInput", input));
    }

    [Fact]
    public async Task A_newer_version_shows_what_became_of_each_passage_to_those_who_may_read_it()
    {
        var (document, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        foreach (var (text, pointer) in new[] { ("moved", "/ratings/2/finding"), ("changed", "/ratings/0/finding"), ("removed", "/ratings/1/finding") })
        {
            await _desk.DoneAsync(
                "kenya", "addComment", "AddCommentInput", new { reviewId = review, kind = "OBSERVATION", text, anchor = new { pointer } }, "comment { id }");
        }

        await _desk.ReviseAsync("ghana", document, 1, [ReviewDesk.Rating("RF_03", ReviewDesk.Finding), ReviewDesk.Rating("RF_01", "Less calm.")]);

        Assert.Equal(
            [
                "changed 2 CHANGED /ratings/1/finding Less calm.",
                $"moved 2 UNCHANGED /ratings/0/finding {ReviewDesk.Finding}",
                "removed 2 REMOVED",
            ],
            await NowAsync("ghana"));
        Assert.Equal(["changed", "moved", "removed"], await NowAsync("kenya"));

        async Task<IEnumerable<string>> NowAsync(string persona)
        {
            var seen = await _desk.NodeAsync(
                persona, review, "... on PeerReview { comments { nodes { text anchor { now { version state pointer text } } } } }");
            return seen.GetProperty("comments").GetProperty("nodes").EnumerateArray().Select(Words).Order(StringComparer.Ordinal);
        }

        static string Words(JsonElement comment)
        {
            var now = comment.GetProperty("anchor").GetProperty("now");
            return now.ValueKind == JsonValueKind.Null
                ? comment.GetProperty("text").GetString()!
                : $"{comment.GetProperty("text")} {now.GetProperty("version")} {now.GetProperty("state")} {now.GetProperty("pointer")} {now.GetProperty("text")}".Trim();
        }
    }
}
