using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Members;

/// <summary>An invitation to become a member of a network or an organization. It is known to both, and to nobody else.</summary>
public sealed class Invitation : IReadable, IHasId
{
    /// <summary>The invitation's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid BodyId { get; set; }

    [GraphQLIgnore]
    public Guid PartyId { get; set; }

    /// <summary>What the body says to the party (Markdown).</summary>
    public required string Message { get; set; }

    /// <summary>What the membership would give to the member's own people.</summary>
    public MembershipRights Rights { get; set; }

    /// <summary>Where it stands.</summary>
    [Filterable]
    public InvitationStatus Status { get; set; }

    [GraphQLIgnore]
    public Guid InvitedBy { get; set; }

    /// <summary>When the party was invited.</summary>
    [Filterable, Sortable]
    public DateTimeOffset InvitedAt { get; set; }

    /// <summary>When it answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    [GraphQLIgnore]
    public Guid? AnsweredBy { get; set; }

    /// <summary>Counts every accepted change, from 1.</summary>
    public int Version { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>Where an invitation stands.</summary>
public enum InvitationStatus
{
    /// <summary>The party has not answered.</summary>
    Open,

    /// <summary>The party has become a member.</summary>
    Accepted,

    /// <summary>The party does not wish to become a member.</summary>
    Declined,
}

/// <summary>A newcomer and an experienced peer. It counts once both have agreed, and ends when one of them wishes so.</summary>
public sealed class Pairing : IReadable, IHasId
{
    /// <summary>The pairing's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid NetworkId { get; set; }

    [GraphQLIgnore]
    public Guid NewcomerId { get; set; }

    [GraphQLIgnore]
    public Guid PeerId { get; set; }

    /// <summary>What for (Markdown).</summary>
    public required string Purpose { get; set; }

    /// <summary>Where it stands.</summary>
    [Filterable]
    public PairingStatus Status { get; set; }

    /// <summary>Whether the newcomer has agreed.</summary>
    public bool NewcomerAgreed { get; set; }

    /// <summary>Whether the experienced peer has agreed.</summary>
    public bool PeerAgreed { get; set; }

    /// <summary>When it was proposed.</summary>
    [Filterable, Sortable]
    public DateTimeOffset ProposedAt { get; set; }

    /// <summary>Counts every accepted change, from 1.</summary>
    public int Version { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>Where a pairing stands.</summary>
public enum PairingStatus
{
    /// <summary>Proposed; one of the two, or both, have not agreed yet.</summary>
    Proposed,

    /// <summary>Both have agreed.</summary>
    Active,

    /// <summary>One of the two did not agree, or does not any more.</summary>
    Ended,
}
