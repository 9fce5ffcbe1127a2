using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>What a comment leads to.</summary>
[ObjectType<Comment>]
public static class CommentFields
{
    private static readonly ChildRows<Comment> Replies = new(
        db => db.VisibleComments().Where(reply => reply.InReplyToId != null),
        reply => reply.InReplyToId!.Value,
        SortKey.By((Comment reply) => reply.CreatedAt, descending: true),
        byKey: true);

    /// <summary>Comments by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Comment?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindCommentsAsync(ids, selection, cancellation);

    /// <summary>The review in which the comment was made; null for readers outside of it.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [ParentKey(nameof(Comment.ReviewId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>(ids, selection, cancellation);

    /// <summary>The document as it stands now; null for reviewers who only read the version under review.</summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<Comment> comments,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var found = await documents.FindAsync(session, comments.Select(comment => (comment.DocumentKind, comment.DocumentId)), selection, cancellation);
        return [.. comments.Select(comment => found.GetValueOrDefault(comment.DocumentId))];
    }

    /// <summary>The office that wrote the comment; null under a sealed signature, but for the author's own office.</summary>
    public static async Task<IReadOnlyList<Office?>> AuthorAsync(
        [Parents] IReadOnlyList<Comment> comments, ReadSession session, ISelection selection, CancellationToken cancellation)
    {
        var own = await session.FindOwnOfficesAsync([.. comments.Where(comment => comment.Sealed).Select(comment => comment.Id)], cancellation);
        Guid?[] offices = [.. comments.Select(comment => comment.OfficeId ?? own.GetValueOrDefault(comment.Id))];
        return await session.FindRowsAsync<Office>(offices, selection, cancellation);
    }

    /// <summary>What the document's owner makes of the comment; null until it is answered.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CommentAnswer?>> AnswerAsync(
        [ParentKey(nameof(Comment.Id))] IReadOnlyList<Guid> comments, ReadSession session, CancellationToken cancellation)
    {
        var answers = await session.FindAnswersAsync(comments, cancellation);
        return answers.ToDictionary(versions => versions.Key, versions => (CommentAnswer?)versions.First());
    }

    /// <summary>Every version of the answer, newest first.</summary>
    public static Task<ILookup<Guid, CommentAnswer>> AnswersAsync(
        [ParentKey(nameof(Comment.Id))] IReadOnlyList<Guid> comments, ReadSession session, CancellationToken cancellation) =>
        session.FindAnswersAsync(comments, cancellation);

    /// <summary>The comment that this one replies to; null if it is no reply.</summary>
    public static Task<IReadOnlyList<Comment?>> InReplyToAsync(
        [ParentKey(nameof(Comment.InReplyToId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindCommentsAsync(ids, selection, cancellation);

    /// <summary>The replies that you may read, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<Comment>>> RepliesAsync(
        [ParentKey(nameof(Comment.Id), AskedAhead = true)] IReadOnlyList<Guid> comments,
        PagingArguments paging,
        QueryContext<Comment> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Replies.PageAsync(session, comments, paging, query, selection, cancellation);
}

/// <summary>What became of the passage that a comment is about.</summary>
[ObjectType<CommentAnchor>]
public static class CommentAnchorFields
{
    /// <summary>
    /// What stands at the passage in the present version of the document, or of the one that takes its place; null if there is no newer version than the
    /// one commented on, or you may not read it.
    /// </summary>
    public static async Task<IReadOnlyList<AnchorNow?>> NowAsync(
        [Parents] IReadOnlyList<CommentAnchor> anchors, SharedDocuments documents, ReadSession session, CancellationToken cancellation)
    {
        var heads = await documents.FindAsync(
            session, anchors.Select(anchor => (anchor.Comment.DocumentKind, anchor.Comment.DocumentId)), null, cancellation);
        var successors = await documents.FindNewestSuccessorsAsync(
            session, anchors.Select(anchor => (anchor.Comment.DocumentKind, anchor.Comment.DocumentId)), cancellation);
        var contents = heads.Values.Concat(successors.Values).DistinctBy(document => document.Id).ToDictionary(
            document => document.Id, document => new Lazy<System.Text.Json.JsonElement>(() => DocumentContent.Of(document)));
        return [.. anchors.Select(anchor => NewerThan(anchor, heads, successors) is { } now
            ? AnchorNow.Of(anchor.Comment, now, AnchorPlace.Follow(contents[now.Id].Value, anchor.Comment.Place))
            : null)];
    }

    private static ISharedDocument? NewerThan(
        CommentAnchor anchor, IReadOnlyDictionary<Guid, ISharedDocument> heads, IReadOnlyDictionary<Guid, ISharedDocument> successors) =>
        successors.GetValueOrDefault(anchor.Comment.DocumentId)
        ?? (heads.TryGetValue(anchor.Comment.DocumentId, out var head) && head.Version > anchor.Version ? head : null);
}

/// <summary>What stands at a passage in a newer version of the document.</summary>
/// <param name="Version">The newer version.</param>
/// <param name="State">Whether the passage is still the same.</param>
/// <param name="Pointer">Where it stands now (JSON pointer); null if it is gone.</param>
/// <param name="Text">What it says now, one value to a line; null if it is gone.</param>
/// <param name="Document">The document that says so: the one commented on, or the one that takes its place.</param>
public sealed record AnchorNow(int Version, AnchorState State, string? Pointer, string? Text, ISharedDocument Document)
{
    internal static AnchorNow Of(Comment comment, ISharedDocument document, Passage? passage) => passage is null
        ? new AnchorNow(document.Version, AnchorState.Removed, null, null, document)
        : new AnchorNow(
            document.Version,
            passage.Digest == comment.Digest ? AnchorState.Unchanged : AnchorState.Changed,
            passage.Pointer,
            passage.Text,
            document);
}

/// <summary>What became of a passage.</summary>
public enum AnchorState
{
    /// <summary>It says the same.</summary>
    Unchanged,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>The comment in the answer to an act.</summary>
[ObjectType<CommentPayload>]
public static class CommentPayloadFields
{
    /// <summary>The comment as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Comment?>> CommentAsync(
        [ParentKey(nameof(CommentPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindCommentsAsync(ids, selection, cancellation);
}
