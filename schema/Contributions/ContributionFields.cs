using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Contributions;

/// <summary>Contributions in queries.</summary>
[QueryType]
public static class ContributionQueries
{
    /// <summary>What your office received, and what it contributed; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Contribution>> Contributions(
        PagingArguments paging, QueryContext<Contribution> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Readable<Contribution>(), paging, query.DefaultOrder(row => row.CreatedAt, descending: true), selection, cancellation);

    /// <summary>The invitations to contribute that your office sent or received; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<ContributionInvitation>> ContributionInvitations(
        PagingArguments paging, QueryContext<ContributionInvitation> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Readable<ContributionInvitation>(), paging, query.DefaultOrder(row => row.CreatedAt, descending: true), selection, cancellation);
}

/// <summary>What a contribution leads to.</summary>
[ObjectType<Contribution>]
public static class ContributionFields
{
    /// <summary>Contributions by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Contribution?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Contribution>(ids, selection, cancellation);

    /// <summary>The office that received it.</summary>
    public static Task<IReadOnlyList<Office?>> ReceiverAsync(
        [ParentKey(nameof(Contribution.ReceiverId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The office that wrote it; null under a sealed signature.</summary>
    public static Task<IReadOnlyList<Office?>> AuthorAsync(
        [ParentKey(nameof(Contribution.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The invitation that it follows; null if it came unasked.</summary>
    public static Task<IReadOnlyList<ContributionInvitation?>> InvitationAsync(
        [ParentKey(nameof(Contribution.InvitationId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<ContributionInvitation>(ids, selection, cancellation);

    /// <summary>The assessment that it is about; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [ParentKey(nameof(Contribution.AssessmentId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>(ids, selection, cancellation);
}

/// <summary>What an invitation leads to.</summary>
[ObjectType<ContributionInvitation>]
public static class InvitationFields
{
    /// <summary>Invitations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ContributionInvitation?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<ContributionInvitation>(ids, selection, cancellation);

    /// <summary>The office that invites.</summary>
    public static Task<IReadOnlyList<Office?>> FromAsync(
        [ParentKey(nameof(ContributionInvitation.OwnerId))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The office that is invited.</summary>
    public static Task<IReadOnlyList<Office?>> ToAsync(
        [ParentKey(nameof(ContributionInvitation.OfficeId))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The assessment that it is about; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [ParentKey(nameof(ContributionInvitation.AssessmentId))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>(ids, selection, cancellation);
}

/// <summary>The contribution in the answer to an act.</summary>
[ObjectType<ContributionPayload>]
public static class ContributionPayloadFields
{
    /// <summary>The contribution as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Contribution?>> ContributionAsync(
        [ParentKey(nameof(ContributionPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Contribution>(ids, selection, cancellation);
}

/// <summary>The invitation in the answer to an act.</summary>
[ObjectType<ContributionInvitationPayload>]
public static class InvitationPayloadFields
{
    /// <summary>The invitation; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ContributionInvitation?>> InvitationAsync(
        [ParentKey(nameof(ContributionInvitationPayload.Id))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindRowsAsync<ContributionInvitation>(ids, selection, cancellation);
}
