using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>Parts of assessments in queries.</summary>
[QueryType]
public static class PartQueries
{
    /// <summary>The parts of assessments that your office was asked for, or asked others for; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<AssessmentPart>> AssessmentParts(
        PagingArguments paging, QueryContext<AssessmentPart> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<AssessmentPart>(), paging, query.DefaultOrder(part => part.CreatedAt, descending: true), selection, cancellation);
}

/// <summary>What a part leads to.</summary>
[ObjectType<AssessmentPart>]
public static class PartFields
{
    /// <summary>Parts by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<AssessmentPart?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<AssessmentPart>(ids, selection, cancellation);

    /// <summary>The assessment that the part is for; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [ParentKey(nameof(AssessmentPart.AssessmentId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>(ids, selection, cancellation);

    /// <summary>The office that writes.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(AssessmentPart.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The person who signed it off for the office that wrote it; null until then.</summary>
    public static Task<IReadOnlyList<Person?>> SignedOffByAsync(
        [ParentKey(nameof(AssessmentPart.SignedOffBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);
}

/// <summary>The part in the answer to an act.</summary>
[ObjectType<PartPayload>]
public static class PartPayloadFields
{
    /// <summary>The part as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<AssessmentPart?>> PartAsync(
        [ParentKey(nameof(PartPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<AssessmentPart>(ids, selection, cancellation);
}
