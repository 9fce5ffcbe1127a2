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
    public static Task<IReadOnlyList<Contribution?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Contribution>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>The office that received it.</summary>
    public static Task<IReadOnlyList<Office?>> ReceiverAsync(
        [Parents] IReadOnlyList<Contribution> contributions, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(contributions.Select(row => (Guid?)row.ReceiverId), cancellation);

    /// <summary>The office that wrote it; null under a sealed signature.</summary>
    public static Task<IReadOnlyList<Office?>> AuthorAsync(
        [Parents] IReadOnlyList<Contribution> contributions, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(contributions.Select(row => row.OfficeId), cancellation);

    /// <summary>The invitation that it follows; null if it came unasked.</summary>
    public static Task<IReadOnlyList<ContributionInvitation?>> InvitationAsync(
        [Parents] IReadOnlyList<Contribution> contributions, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<ContributionInvitation>(contributions.Select(row => row.InvitationId), cancellation);

    /// <summary>The assessment that it is about; null if there is none that you may see.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [Parents] IReadOnlyList<Contribution> contributions, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>([.. contributions.Select(row => row.AssessmentId)], cancellation);
}

/// <summary>What an invitation leads to.</summary>
[ObjectType<ContributionInvitation>]
public static class InvitationFields
{
    /// <summary>Invitations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ContributionInvitation?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<ContributionInvitation>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>The office that invites.</summary>
    public static Task<IReadOnlyList<Office?>> FromAsync(
        [Parents] IReadOnlyList<ContributionInvitation> invitations, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(invitations.Select(row => (Guid?)row.OwnerId), cancellation);

    /// <summary>The office that is invited.</summary>
    public static Task<IReadOnlyList<Office?>> ToAsync(
        [Parents] IReadOnlyList<ContributionInvitation> invitations, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(invitations.Select(row => (Guid?)row.OfficeId), cancellation);

    /// <summary>The assessment that it is about; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Assessment?>> AssessmentAsync(
        [Parents] IReadOnlyList<ContributionInvitation> invitations, ReadSession session, CancellationToken cancellation) =>
        session.FindAlignedAsync<Assessment>([.. invitations.Select(row => (Guid?)row.AssessmentId)], cancellation);
}

/// <summary>The contribution in the answer to an act.</summary>
[ObjectType<ContributionPayload>]
public static class ContributionPayloadFields
{
    /// <summary>The contribution as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Contribution?>> ContributionAsync(
        [Parents] IReadOnlyList<ContributionPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Contribution>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The invitation in the answer to an act.</summary>
[ObjectType<ContributionInvitationPayload>]
public static class InvitationPayloadFields
{
    /// <summary>The invitation; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ContributionInvitation?>> InvitationAsync(
        [Parents] IReadOnlyList<ContributionInvitationPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<ContributionInvitation>(payloads.Select(payload => payload.Id), cancellation);
}
