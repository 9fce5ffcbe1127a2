using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>The membership in the answer to an act.</summary>
[ObjectType<MembershipPayload>]
public static class MembershipPayloadFields
{
    /// <summary>The membership as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Membership?>> MembershipAsync(
        [ParentKey(nameof(MembershipPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Membership>(ids, selection, cancellation);
}

/// <summary>The network in the answer to an act.</summary>
[ObjectType<NetworkPayload>]
public static class NetworkPayloadFields
{
    /// <summary>The network as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Party?>> NetworkAsync(
        [ParentKey(nameof(NetworkPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);
}

/// <summary>The invitation in the answer to an act.</summary>
[ObjectType<InvitationPayload>]
public static class InvitationPayloadFields
{
    /// <summary>The invitation as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Invitation?>> InvitationAsync(
        [ParentKey(nameof(InvitationPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Invitation>(ids, selection, cancellation);
}

/// <summary>The pairing in the answer to an act.</summary>
[ObjectType<PairingPayload>]
public static class PairingPayloadFields
{
    /// <summary>The pairing as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Pairing?>> PairingAsync(
        [ParentKey(nameof(PairingPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Pairing>(ids, selection, cancellation);
}
