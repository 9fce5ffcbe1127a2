using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>Invitations and pairings in queries.</summary>
[QueryType]
public static class InvitationQueries
{
    /// <summary>The invitations that your party or your network has sent or received, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Invitation>> Invitations(
        PagingArguments paging, QueryContext<Invitation> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Readable<Invitation>(), paging, query.DefaultOrder(row => row.InvitedAt, descending: true), selection, cancellation);

    /// <summary>The pairings of your office, and those that your secretariat has proposed, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Pairing>> Pairings(
        PagingArguments paging, QueryContext<Pairing> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Readable<Pairing>(), paging, query.DefaultOrder(row => row.ProposedAt, descending: true), selection, cancellation);
}

/// <summary>What an invitation leads to.</summary>
[ObjectType<Invitation>]
public static class InvitationFields
{
    /// <summary>Invitations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Invitation?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Invitation>(ids, selection, cancellation);

    /// <summary>The network or organization that invites.</summary>
    public static Task<IReadOnlyList<Party?>> BodyAsync(
        [ParentKey(nameof(Invitation.BodyId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);

    /// <summary>Who is invited.</summary>
    public static Task<IReadOnlyList<Party?>> PartyAsync(
        [ParentKey(nameof(Invitation.PartyId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);
}

/// <summary>What a pairing leads to.</summary>
[ObjectType<Pairing>]
public static class PairingFields
{
    /// <summary>Pairings by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Pairing?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Pairing>(ids, selection, cancellation);

    /// <summary>The network whose secretariat brings the two together.</summary>
    public static Task<IReadOnlyList<Party?>> NetworkAsync(
        [ParentKey(nameof(Pairing.NetworkId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);

    /// <summary>The newcomer's office.</summary>
    public static Task<IReadOnlyList<Office?>> NewcomerAsync(
        [ParentKey(nameof(Pairing.NewcomerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The experienced office.</summary>
    public static Task<IReadOnlyList<Office?>> PeerAsync(
        [ParentKey(nameof(Pairing.PeerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}
