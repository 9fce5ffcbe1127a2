using System.Text.Json;
using Npgsql;
using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>What personas do in a peer review.</summary>
internal sealed class ReviewDesk(NetworkFixture network)
{
    public const string Finding = "Calm in the north. Tense in the south.";
    public static readonly object ToAfrica = new { kind = "REGION", organizations = new[] { "AU" } };

    private const string Errors = "errors { __typename code message path ... on ConflictError { currentVersion } ... on UnansweredCommentsError { comments } }";
    private const string CommentFields = "comment { id text kind addressee signature sealed answered author { code } anchor { version pointer quote } answer { version takenUp reason } }";
    private const string OfferFields = "offer { id status reason review { id } }";
    private const string ReviewFields = "review { id version status conclusions documentVersion document { id version title } reviewers { status conflictOfInterest office { code } } }";

    public static string OfficeId(string code) => new NodeId("Office", ReferenceId.Office(code)).ToString();

    /// <summary>Drafts an assessment with three rated factors.</summary>
    public async Task<string> DraftAsync(string persona, string title = "Under review") =>
        (await DoneAsync(persona, "draftAssessment", "DraftAssessmentInput", new
        {
            title,
            ratings = new[]
            {
                Rating("RF_01", "Calm."),
                Rating("RF_02", "No record."),
                Rating("RF_03", Finding),
            },
            inhibitors = new[] { new { inhibitor = "SECURITY_SECTOR", finding = "Accountable.", trend = "STABLE", confidence = "HIGH" } },
        }, "assessment { id }")).GetProperty("assessment").GetProperty("id").GetString()!;

    public static object Rating(string factor, string finding) => new { factor, finding, trend = "STABLE", confidence = "MODERATE" };

    public Task ReviseAsync(string persona, string id, int version, object[] ratings) => DoneAsync(
        persona, "reviseAssessment", "ReviseAssessmentInput", new { id, version, title = "Revised", ratings }, "assessment { id }");

    public async Task PublishAsync(string persona, string id, int version, object audience)
    {
        await DoneAsync(persona, "submitAssessment", "AssessmentStepInput", new { id, version }, "assessment { id }");
        await DoneAsync(persona, "approveAssessment", "AssessmentStepInput", new { id, version = version + 1 }, "assessment { id }");
        await DoneAsync(
            persona, "publishAssessment", "PublishAssessmentInput", new { id, version = version + 2, audience }, "assessment { id }");
    }

    /// <summary>Opens a review, and answers its global id.</summary>
    public async Task<string> OpenAsync(string persona, string document, int version, params string[] offices) =>
        IdOf((await DoneAsync(persona, "openReview", "OpenReviewInput", Opening(document, version, offices), ReviewFields)).GetProperty("review"));

    public static object Opening(string documentId, int version, params string[] offices) =>
        new { documentId, version, reviewers = offices.Select(OfficeId), scope = "Is RF_03 well founded?" };

    public async Task<JsonElement> AcceptAsync(string persona, string reviewId) =>
        (await DoneAsync(persona, "acceptReview", "AcceptReviewInput", new { reviewId, conflictOfInterest = "none" }, ReviewFields)).GetProperty("review");

    /// <summary>A draft of Ghana under a review that calls for reviewers.</summary>
    public async Task<(string Document, string Review, string Call)> CallAsync(object offersFrom, params string[] offices)
    {
        var document = await DraftAsync("ghana");
        var opened = await DoneAsync(
            "ghana", "openReview", "OpenReviewInput", Calling(document, offersFrom, offices), "review { id call { id } }");
        var review = opened.GetProperty("review");
        return (document, IdOf(review), IdOf(review.GetProperty("call")));
    }

    public static object Calling(string documentId, object? offersFrom, params string[] offices) => new
    {
        documentId, version = 1, reviewers = offices.Select(OfficeId), scope = "Is RF_03 well founded?", offersFrom,
        call = "We look for somebody who knows mediation.",
    };

    public async Task<string> OfferAsync(string persona, string callId, object? panel = null, string? clientMutationId = null) =>
        IdOf((await DoneAsync(persona, "offerToReview", "OfferToReviewInput", Offering(callId, panel, clientMutationId), OfferFields)).GetProperty("offer"));

    public static object Offering(string callId, object? panel = null, string? clientMutationId = null) =>
        new { callId, conflictOfInterest = "A common border.", brings = "Two mediators.", panel, clientMutationId };

    /// <summary>The offer as its decision leaves it.</summary>
    public async Task<JsonElement> DecideAsync(string act, string offerId, string? reason = null) =>
        (await DoneAsync("ghana", act, $"{char.ToUpperInvariant(act[0])}{act[1..]}Input", new { offerId, reason }, OfferFields)).GetProperty("offer");

    public Task<JsonElement> TryOfferAsync(string persona, string act, string inputType, object input) => ActAsync(persona, act, inputType, input, OfferFields);

    /// <summary>What needs a persona for a reason, by id.</summary>
    public async Task<string[]> InboxAsync(string persona, string reason)
    {
        var data = await network.DataAsync(persona, $"{{ inbox {{ items(first: 200, reasons: [{reason}]) {{ subjectId }} }} }}");
        return [.. data.GetProperty("inbox").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subjectId").GetString()!)];
    }

    /// <summary>A draft of Ghana under a review that these personas have accepted.</summary>
    public async Task<(string Document, string Review)> AcceptedAsync(params (string Persona, string Office)[] reviewers)
    {
        var document = await DraftAsync("ghana");
        var review = await OpenAsync("ghana", document, 1, [.. reviewers.Select(reviewer => reviewer.Office)]);
        foreach (var (persona, _) in reviewers)
        {
            await AcceptAsync(persona, review);
        }

        return (document, review);
    }

    public async Task<JsonElement> CommentAsync(
        string persona, string reviewId, string text = "Why tense?", string addressee = "PANEL", string signature = "OFFICE", string? inReplyTo = null) =>
        (await DoneAsync(persona, "addComment", "AddCommentInput", new
        {
            reviewId,
            kind = "QUESTION",
            text,
            addressee,
            signature,
            inReplyTo,
            anchor = inReplyTo is null ? new { pointer = "/ratings/2/finding", quote = "Tense in the south" } : null,
        }, CommentFields)).GetProperty("comment");

    public async Task<JsonElement> AnswerAsync(string persona, string commentId, int? version = null, string reason = "Source added.") =>
        (await DoneAsync(persona, "answerComment", "AnswerCommentInput", new { commentId, takenUp = true, reason, version }, CommentFields))
            .GetProperty("comment");

    public async Task<JsonElement> CloseAsync(string persona, string reviewId, params string[] release) =>
        (await DoneAsync(
            persona, "closeReview", "CloseReviewInput", new { reviewId, version = 1, conclusions = "Useful.", release }, ReviewFields))
            .GetProperty("review");

    public Task<JsonElement> TryReviewAsync(string persona, string act, string inputType, object input) =>
        ActAsync(persona, act, inputType, input, ReviewFields);

    public Task<JsonElement> TryCommentAsync(string persona, string act, string inputType, object input) =>
        ActAsync(persona, act, inputType, input, CommentFields);

    /// <summary>The only error of an act that must be refused, as <c>CODE path: message</c>.</summary>
    public static string Refusal(JsonElement payload)
    {
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        var path = error.GetProperty("path") is { ValueKind: JsonValueKind.Array } steps
            ? string.Join('/', steps.EnumerateArray().Select(step => step.GetString()))
            : "-";
        return $"{error.GetProperty("code").GetString()} {path}: {error.GetProperty("message").GetString()}";
    }

    public async Task<JsonElement> NodeAsync(string? persona, string id, string fields) =>
        (await network.DataAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ id {fields} }} }}", new { id })).GetProperty("node");

    /// <summary>Title and version of an assessment as a persona finds it by id; null if it doesn't.</summary>
    public async Task<string?> SeenAsync(string? persona, string document)
    {
        var node = await NodeAsync(persona, document, "... on Assessment { title version }");
        return node.ValueKind == JsonValueKind.Null ? null : $"{node.GetProperty("title").GetString()} {node.GetProperty("version")}";
    }

    /// <summary>The texts of the comments that a persona may read in a review, oldest first.</summary>
    public async Task<string[]> CommentsAsync(string? persona, string review)
    {
        var node = await NodeAsync(
            persona, review, "... on PeerReview { comments(first: 100, order: [{ createdAt: ASC }]) { totalCount nodes { text } } }");
        return node.ValueKind == JsonValueKind.Null ? [] : [.. Texts(node)];
    }

    public static IEnumerable<string> Texts(JsonElement parent) =>
        parent.GetProperty("comments").GetProperty("nodes").EnumerateArray().Select(comment => comment.GetProperty("text").GetString()!);

    public static string IdOf(JsonElement node) => node.GetProperty("id").GetString()!;

    public static Guid KeyOf(string id) => NodeId.TryParse(id, out var node) ? node.Id : throw new ArgumentException(id, nameof(id));

    /// <summary>What the owner of the tables does, or sees.</summary>
    public async Task<object?> AsOwnerAsync(string sql, Guid? id = null)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        if (id is { } given)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = given });
        }

        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> ActAsync(string persona, string act, string inputType, object input, string fields)
    {
        var data = await network.DataAsync(
            persona, $"mutation($input: {inputType}!) {{ {act}(input: $input) {{ {fields} {Errors} }} }}", new { input });
        return data.GetProperty(act);
    }

    public async Task<JsonElement> DoneAsync(string persona, string act, string inputType, object input, string fields)
    {
        var payload = await ActAsync(persona, act, inputType, input, fields);
        Assert.True(payload.GetProperty("errors").GetArrayLength() == 0, payload.GetProperty("errors").ToString());
        return payload;
    }
}
