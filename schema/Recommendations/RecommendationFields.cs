using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>Recommendations in queries.</summary>
[QueryType]
public static class RecommendationQueries
{
    /// <summary>
    /// The recommendations that you may see, of all mechanisms in one register, newest publication first; those that your office has not shared come
    /// before them.
    /// </summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Recommendation>> Recommendations(
        PagingArguments paging,
        QueryContext<Recommendation> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);
}

/// <summary>The fields of a recommendation that read beyond its own row.</summary>
[ObjectType<Recommendation>]
public static class RecommendationFields
{
    /// <summary>Recommendations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Recommendation?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Recommendation>(session, ids, selection, cancellation);

    /// <summary>The office of the State that sees to it; null until the State has answered or named one.</summary>
    public static Task<IReadOnlyList<Office?>> LeadAsync(
        [ParentKey(nameof(Recommendation.LeadId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Other recommendations that ask for the same, as far as you may see them.</summary>
    /// <param name="recommendations">Of which recommendations.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="first">How many at most, from 1 to 200.</param>
    [ListSize(SlicingArguments = ["first"], MaxSize = ListBounds.Most)]
    public static Task<ILookup<Guid, Recommendation>> DuplicatesAsync(
        [ParentKey(nameof(Recommendation.Id))] IReadOnlyList<Guid> recommendations,
        ReadSession session,
        CancellationToken cancellation,
        int first = 20) =>
        session.FindDuplicatesAsync(recommendations, first, cancellation);

    /// <summary>The peer review that it was born from; null if it was born elsewhere, or you are none of that review.</summary>
    public static Task<IReadOnlyList<PeerReview?>> ReviewAsync(
        [ParentKey(nameof(Recommendation.ReviewId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<PeerReview>(ids, selection, cancellation);

    /// <summary>The comment that it was born from; null if it was born elsewhere, or you may not read the comment.</summary>
    public static Task<IReadOnlyList<Comment?>> CommentAsync(
        [ParentKey(nameof(Recommendation.CommentId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindCommentsAsync(ids, selection, cancellation);
}

/// <summary>What became of a comment.</summary>
[ObjectType<Comment>]
public static class CommentFollowUp
{
    /// <summary>The recommendation that the document's owner has made of the comment; null if there is none that you may see.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Recommendation?>> RecommendationAsync(
        [ParentKey(nameof(Comment.Id))] IReadOnlyList<Guid> comments, ReadSession session, CancellationToken cancellation) =>
        await session.QueryAsync(
            (db, token) => db.Visible<Recommendation>()
                .Where(recommendation => recommendation.CommentId != null && comments.Contains(recommendation.CommentId.Value))
                .ToDictionaryAsync(recommendation => recommendation.CommentId!.Value, Recommendation? (recommendation) => recommendation, token),
            cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<RecommendationPayload>]
public static class RecommendationPayloadFields
{
    /// <summary>The recommendation as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Recommendation?>> RecommendationAsync(
        [ParentKey(nameof(RecommendationPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Recommendation>(ids, selection, cancellation);
}

/// <summary>The documents in the answer to an import.</summary>
[ObjectType<RecommendationsPayload>]
public static class RecommendationsPayloadFields
{
    /// <summary>The recommendations that were put on record, in the order of the import; empty if it was refused.</summary>
    [ListSize(AssumedSize = RecommendationRules.MaxImport)]
    public static async Task<IReadOnlyList<IReadOnlyList<Recommendation>>> RecommendationsAsync(
        [Parents] IReadOnlyList<RecommendationsPayload> payloads, ReadSession session, CancellationToken cancellation)
    {
        Guid[] imports = [.. payloads.Select(payload => payload.Id).OfType<Guid>()];
        var found = await session.QueryAsync(
            (db, token) => db.Visible<Recommendation>()
                .Where(recommendation => recommendation.ImportId != null && imports.Contains(recommendation.ImportId.Value))
                .OrderBy(recommendation => recommendation.ImportPlace)
                .ToListAsync(token),
            cancellation);
        return [.. payloads.Select(payload => found.Where(recommendation => payload.Id is { } import && recommendation.ImportId == import).ToArray())];
    }
}
