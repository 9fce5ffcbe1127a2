using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.GraphQL;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>Assessments in queries.</summary>
[QueryType]
public static class AssessmentQueries
{
    /// <summary>The assessments that you may see, newest publication first; your office's drafts come before them.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Assessment>> Assessments(
        PagingArguments paging,
        QueryContext<Assessment> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);
}

/// <summary>The fields of an assessment that read beyond its own row.</summary>
[ObjectType<Assessment>]
public static class AssessmentFields
{
    /// <summary>Assessments by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Assessment?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Assessment>(session, ids, selection, cancellation);

    /// <summary>The assessment that this one replaces once it is published; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Assessment?>> SupersedesAsync(
        [ParentKey(nameof(Assessment.SupersedesId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>(ids, selection, cancellation);

    /// <summary>The assessment that took the place of this one; null if there is none that you may see.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Assessment?>> SupersededByAsync(
        [ParentKey(nameof(Assessment.Id))] IReadOnlyList<Guid> assessments, ReadSession session, CancellationToken cancellation)
    {
        var successors = await session.QueryAsync(
            (db, token) => db.Visible<Assessment>()
                .Where(successor => assessments.Contains(successor.SupersedesId!.Value)
                    && (successor.Status == DocumentStatus.Published || successor.Status == DocumentStatus.Superseded))
                .OrderByDescending(successor => successor.PublishedAt)
                .ToListAsync(token),
            cancellation);
        return successors.DistinctBy(successor => successor.SupersedesId).ToDictionary(
            successor => successor.SupersedesId!.Value, Assessment? (successor) => successor);
    }
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<AssessmentPayload>]
public static class AssessmentPayloadFields
{
    /// <summary>The assessment as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [ParentKey(nameof(AssessmentPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>(ids, selection, cancellation);
}
