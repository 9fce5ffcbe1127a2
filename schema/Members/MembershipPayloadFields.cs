using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Members;

/// <summary>The membership in the answer to an act.</summary>
[ObjectType<MembershipPayload>]
public static class MembershipPayloadFields
{
    /// <summary>The membership as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Membership?>> MembershipAsync(
        [Parents] IReadOnlyList<MembershipPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Membership>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The network in the answer to an act.</summary>
[ObjectType<NetworkPayload>]
public static class NetworkPayloadFields
{
    /// <summary>The network as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Party?>> NetworkAsync(
        [Parents] IReadOnlyList<NetworkPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The invitation in the answer to an act.</summary>
[ObjectType<InvitationPayload>]
public static class InvitationPayloadFields
{
    /// <summary>The invitation as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Invitation?>> InvitationAsync(
        [Parents] IReadOnlyList<InvitationPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Invitation>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The pairing in the answer to an act.</summary>
[ObjectType<PairingPayload>]
public static class PairingPayloadFields
{
    /// <summary>The pairing as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Pairing?>> PairingAsync(
        [Parents] IReadOnlyList<PairingPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Pairing>(payloads.Select(payload => payload.Id), cancellation);
}
