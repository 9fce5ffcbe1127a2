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
        IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Invitation>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>The network or organization that invites.</summary>
    public static Task<IReadOnlyList<Party?>> BodyAsync(
        [Parents] IReadOnlyList<Invitation> invitations, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(invitations.Select(row => (Guid?)row.BodyId), cancellation);

    /// <summary>Who is invited.</summary>
    public static Task<IReadOnlyList<Party?>> PartyAsync(
        [Parents] IReadOnlyList<Invitation> invitations, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(invitations.Select(row => (Guid?)row.PartyId), cancellation);
}

/// <summary>What a pairing leads to.</summary>
[ObjectType<Pairing>]
public static class PairingFields
{
    /// <summary>Pairings by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Pairing?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Pairing>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>The network whose secretariat brings the two together.</summary>
    public static Task<IReadOnlyList<Party?>> NetworkAsync(
        [Parents] IReadOnlyList<Pairing> pairings, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(pairings.Select(row => (Guid?)row.NetworkId), cancellation);

    /// <summary>The newcomer's office.</summary>
    public static Task<IReadOnlyList<Office?>> NewcomerAsync(
        [Parents] IReadOnlyList<Pairing> pairings, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(pairings.Select(row => (Guid?)row.NewcomerId), cancellation);

    /// <summary>The experienced office.</summary>
    public static Task<IReadOnlyList<Office?>> PeerAsync(
        [Parents] IReadOnlyList<Pairing> pairings, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(pairings.Select(row => (Guid?)row.PeerId), cancellation);
}
