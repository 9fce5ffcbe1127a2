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
    /// <summary>The reviews of the document, whatever version they are about, that you own or were asked to; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<PeerReview>>> ReviewsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents,
        PagingArguments paging,
        QueryContext<PeerReview> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        session.QueryAsync(
            (db, token) => Page.RunPerParentAsync(
                documents,
                db.Visible<PeerReview>(),
                review => review.DocumentId,
                query.DefaultOrder(review => review.CreatedAt, descending: true),
                paging,
                new EntityQueryRunner(db),
                selection,
                token),
            cancellation);

    /// <summary>The comments on the document, whatever version they were made on, that you may read; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<Comment>>> CommentsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents,
        PagingArguments paging,
        QueryContext<Comment> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        session.PageCommentsAsync(documents, comments => comments, comment => comment.DocumentId, paging, query, selection, cancellation);
}
