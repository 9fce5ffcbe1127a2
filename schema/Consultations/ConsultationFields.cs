using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>Consultations in queries.</summary>
[QueryType]
public static class ConsultationQueries
{
    /// <summary>The consultations that you may see, newest first.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Consultation>> Consultations(
        PagingArguments paging,
        QueryContext<Consultation> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>The submissions that you may read, of all consultations, newest first.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Submission>> Submissions(
        PagingArguments paging, QueryContext<Submission> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.VisibleSubmissions(), paging, query.DefaultOrder(submission => submission.CreatedAt, descending: true), selection, cancellation);
}

/// <summary>The fields of a consultation that read beyond its own row.</summary>
[ObjectType<Consultation>]
public static class ConsultationFields
{
    private static readonly ChildRows<Submission> Submissions = new(
        db => db.VisibleSubmissions(), submission => submission.ConsultationId, SortKey.By((Submission submission) => submission.CreatedAt, descending: true));

    /// <summary>Consultations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Consultation?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Consultation>(session, ids, selection, cancellation);

    /// <summary>The offices that were asked by name.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> InvitedAsync(
        [Parents] IReadOnlyList<Consultation> consultations, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        await session.FindOfficesAsync([.. consultations.Select(consultation => consultation.InvitedIds)], selection, cancellation);

    /// <summary>The submissions that you may read, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<Submission>>> SubmissionsAsync(
        [ParentKey(nameof(Consultation.Id))] IReadOnlyList<Guid> consultations,
        PagingArguments paging,
        QueryContext<Submission> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Submissions.PageAsync(session, consultations, paging, query, selection, cancellation);
}

/// <summary>What a submission leads to.</summary>
[ObjectType<Submission>]
public static class SubmissionFields
{
    /// <summary>Submissions by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Submission?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleSubmissions(), selection, cancellation);

    /// <summary>The consultation; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Consultation?>> ConsultationAsync(
        [ParentKey(nameof(Submission.ConsultationId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Consultation>(ids, selection, cancellation);

    /// <summary>The office that wrote it; where it is not shown, null for all but that office and the convener.</summary>
    public static async Task<IReadOnlyList<Office?>> AuthorAsync(
        [Parents] IReadOnlyList<Submission> submissions, ReadSession session, ISelection selection, CancellationToken cancellation)
    {
        Guid[] hidden = [.. submissions.Where(submission => submission.OfficeId is null).Select(submission => submission.Id)];
        var known = hidden is []
            ? []
            : await session.QueryAsync(
                (db, token) => db.Readable<SubmissionAuthor>()
                    .Where(author => hidden.Contains(author.SubmissionId))
                    .ToDictionaryAsync(author => author.SubmissionId, author => (Guid?)author.OfficeId, token),
                cancellation);
        Guid?[] authors = [.. submissions.Select(submission => submission.OfficeId ?? known.GetValueOrDefault(submission.Id))];
        return await session.FindRowsAsync<Office>(authors, selection, cancellation);
    }

    /// <summary>What became of it; null until the convener says so, and for all but the convener and the author.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SubmissionAnswer?>> AnswerAsync(
        [ParentKey(nameof(Submission.Id))] IReadOnlyList<Guid> submissions, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<SubmissionAnswer>().Where(answer => submissions.Contains(answer.SubmissionId)).ToListAsync(token), cancellation);
        return rows.GroupBy(answer => answer.SubmissionId).ToDictionary(versions => versions.Key, versions => versions.MaxBy(answer => answer.Version));
    }
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<ConsultationPayload>]
public static class ConsultationPayloadFields
{
    /// <summary>The consultation as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Consultation?>> ConsultationAsync(
        [ParentKey(nameof(ConsultationPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Consultation>(ids, selection, cancellation);
}

/// <summary>The submission in the answer to an act.</summary>
[ObjectType<SubmissionPayload>]
public static class SubmissionPayloadFields
{
    /// <summary>The submission as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Submission?>> SubmissionAsync(
        [ParentKey(nameof(SubmissionPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleSubmissions(), selection, cancellation);
}
