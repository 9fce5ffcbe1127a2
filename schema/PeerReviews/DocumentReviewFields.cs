using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>What reviews add to every document.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentReviewFields
{
    private static readonly ChildRows<PeerReview> Reviews = new(
        db => db.Visible<PeerReview>(), review => review.DocumentId, SortKey.By((PeerReview review) => review.CreatedAt, descending: true));

    private static readonly ChildRows<Comment> Comments = new(
        db => db.VisibleComments(),
        comment => comment.DocumentId,
        SortKey.By((Comment comment) => comment.CreatedAt, descending: true),
        byKey: true);

    /// <summary>The reviews of the document, whatever version they are about, that you own or were asked to; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<PeerReview>>> ReviewsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents,
        PagingArguments paging,
        QueryContext<PeerReview> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Reviews.PageAsync(session, documents, paging, query, selection, cancellation);

    /// <summary>The comments on the document, whatever version they were made on, that you may read; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<Comment>>> CommentsAsync(
        [ParentKey(nameof(ISharedDocument.Id), AskedAhead = true)] IReadOnlyList<Guid> documents,
        PagingArguments paging,
        QueryContext<Comment> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Comments.PageAsync(session, documents, paging, query, selection, cancellation);
}
