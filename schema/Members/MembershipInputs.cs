using R2P.GraphQL;

namespace R2P.Schema.Members;

/// <summary>A membership to record.</summary>
/// <param name="Party">The member's code, such as <c>KEN</c>.</param>
/// <param name="Body">The code of the network or organization.</param>
/// <param name="JoinedOn">When it joined; today by default.</param>
/// <param name="Rights">What the membership gives to the member's own people.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordMembershipInput(
    string Party, string Body, DateOnly? JoinedOn = null, MembershipRights Rights = MembershipRights.Reads, string? ClientMutationId = null);

/// <summary>The end of a membership.</summary>
/// <param name="Id">The membership.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="LeftOn">The first day on which the party is no member; today by default.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EndMembershipInput(
    [property: ID<Membership>] Guid Id, int Version, DateOnly? LeftOn = null, string? ClientMutationId = null);

/// <summary>The suspension of a membership.</summary>
/// <param name="Id">The membership.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="From">The first day of the suspension; today by default.</param>
/// <param name="To">The first day on which the membership counts again, today to lift a suspension; null while it is not known.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SuspendMembershipInput(
    [property: ID<Membership>] Guid Id, int Version, DateOnly? From = null, DateOnly? To = null, string? ClientMutationId = null);

/// <summary>What a network says of itself.</summary>
/// <param name="Network">The network's code.</param>
/// <param name="Languages">The languages in which it works (BCP 47), all anew.</param>
/// <param name="Programme">What it is at work on (Markdown); null removes it.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record DescribeNetworkInput(
    string Network, IReadOnlyList<string> Languages, string? Programme = null, string? ClientMutationId = null);

/// <summary>An invitation to become a member.</summary>
/// <param name="Body">The code of the network or organization.</param>
/// <param name="Party">The code of the party that is invited.</param>
/// <param name="Message">What to say to it (Markdown); at most 4,000 characters.</param>
/// <param name="Rights">What the membership would give to the member's own people.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record InviteMemberInput(
    string Body, string Party, string Message, MembershipRights Rights = MembershipRights.Reads, string? ClientMutationId = null);

/// <summary>The answer to an invitation.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Accept">Whether the party becomes a member, from today.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerInvitationInput([property: ID<Invitation>] Guid Id, int Version, bool Accept, string? ClientMutationId = null);

/// <summary>A newcomer and an experienced peer who are to help each other.</summary>
/// <param name="Network">The code of the network whose secretariat brings them together.</param>
/// <param name="Newcomer">The newcomer's office.</param>
/// <param name="Peer">The experienced office.</param>
/// <param name="Purpose">What for (Markdown); at most 4,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PairOfficesInput(
    string Network,
    [property: ID<Office>] Guid Newcomer,
    [property: ID<Office>] Guid Peer,
    string Purpose,
    string? ClientMutationId = null);

/// <summary>What one of the two says to being paired.</summary>
/// <param name="Id">The pairing.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Accept">Whether your office agrees; false ends the pairing.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerPairingInput([property: ID<Pairing>] Guid Id, int Version, bool Accept, string? ClientMutationId = null);
