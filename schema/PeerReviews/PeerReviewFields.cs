using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>Peer reviews in queries.</summary>
[QueryType]
public static class PeerReviewQueries
{
    /// <summary>The reviews of your office's documents, and those to which your office was asked; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<PeerReview>> PeerReviews(
        PagingArguments paging, QueryContext<PeerReview> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<PeerReview>(), paging, query.DefaultOrder(review => review.CreatedAt, descending: true), selection, cancellation);
}

/// <summary>What a review leads to.</summary>
[ObjectType<PeerReview>]
public static class PeerReviewFields
{
    private static readonly ChildRows<Comment> Comments = new(
        db => db.VisibleComments(),
        comment => comment.ReviewId,
        SortKey.By((Comment comment) => comment.CreatedAt, descending: true),
        byKey: true);

    /// <summary>Reviews by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<PeerReview?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>(ids, selection, cancellation);

    /// <summary>The office that asked for the review of its document.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(PeerReview.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>
    /// The document in the version under review, as it was when the review was opened, whatever became of it since. For its owner, and for the accepted
    /// reviewers until the review ends; null for others, and when the document was taken back.
    /// </summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<PeerReview> reviews, SharedDocuments documents, ReadSession session, CancellationToken cancellation)
    {
        var found = await documents.FindReviewedAsync(session, [.. reviews.Select(review => review.Id)], cancellation);
        return [.. reviews.Select(review => found.GetValueOrDefault(review.Id))];
    }

    /// <summary>
    /// The people on the panel by number, those of all accepted reviewers together; null while none of them has said how many they are.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, Panel?>> PanelAsync(
        [ParentKey(nameof(PeerReview.Id))] IReadOnlyList<Guid> reviews, ReadSession session, CancellationToken cancellation)
    {
        var sums = await session.QueryAsync(
            (db, token) => db.Readable<Reviewer>()
                .Where(reviewer => reviews.Contains(reviewer.ReviewId) && reviewer.Status == ReviewerStatus.Accepted && reviewer.People != null)
                .GroupBy(reviewer => reviewer.ReviewId)
                .Select(panel => new
                {
                    Review = panel.Key,
                    People = panel.Sum(reviewer => reviewer.People!.Value),
                    Women = panel.Sum(reviewer => reviewer.Women!.Value),
                })
                .ToListAsync(token),
            cancellation);
        return sums.ToDictionary(sum => sum.Review, Panel? (sum) => new Panel(sum.People, sum.Women));
    }

    /// <summary>The call for reviewers, if the review welcomes or welcomed offers and you may read that; null otherwise.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ReviewCall?>> CallAsync(
        [ParentKey(nameof(PeerReview.Id))] IReadOnlyList<Guid> reviews, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<ReviewCall>().Where(call => reviews.Contains(call.ReviewId)).ToListAsync(token), cancellation);
        return rows.ToDictionary(call => call.ReviewId, ReviewCall? (call) => call);
    }

    /// <summary>The offices that were asked to review, and what they answered.</summary>
    public static async Task<ILookup<Guid, Reviewer>> ReviewersAsync(
        [ParentKey(nameof(PeerReview.Id))] IReadOnlyList<Guid> reviews, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<Reviewer>()
                .Where(reviewer => reviews.Contains(reviewer.ReviewId))
                .OrderBy(reviewer => reviewer.OfficeId)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(reviewer => reviewer.ReviewId);
    }

    /// <summary>The comments and replies of the review that you may read, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<Comment>>> CommentsAsync(
        [ParentKey(nameof(PeerReview.Id), AskedAhead = true)] IReadOnlyList<Guid> reviews,
        PagingArguments paging,
        QueryContext<Comment> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Comments.PageAsync(session, reviews, paging, query, selection, cancellation);
}

/// <summary>What a reviewer's answer leads to.</summary>
[ObjectType<Reviewer>]
public static class ReviewerFields
{
    /// <summary>The office that was asked.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(Reviewer.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The review in the answer to an act.</summary>
[ObjectType<PeerReviewPayload>]
public static class PeerReviewPayloadFields
{
    /// <summary>The review as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [ParentKey(nameof(PeerReviewPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>(ids, selection, cancellation);
}
