using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL;

namespace R2P.Schema.Members;

/// <summary>What kinds of parties there are.</summary>
public enum PartyKind
{
    State,
    RegionalOrganization,
    Network,
    UnEntity,
    CivilSocietyOrganization,
}

/// <summary>A State, an organization or a network: whoever has offices or members.</summary>
[InterfaceType]
public abstract class Party : IReadable, IHasId
{
    /// <summary>The party's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    /// <summary>A stable code: ISO 3166-1 alpha-3 for a State, the catalogue's code for others.</summary>
    [Filterable, Sortable]
    public required string Code { get; set; }

    /// <summary>The party's name.</summary>
    [Filterable, Sortable]
    public required string Name { get; set; }

    /// <summary>Whether an organization is a network of peers, too: its members are members of both.</summary>
    [GraphQLIgnore]
    public bool AlsoNetwork { get; set; }

    [GraphQLIgnore]
    public string[] Languages { get; set; } = [];

    [GraphQLIgnore]
    public string? Programme { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>A State.</summary>
[ObjectType]
public sealed class State : Party;

/// <summary>A regional or subregional organization.</summary>
[ObjectType]
public sealed class RegionalOrganization : Party;

/// <summary>A network of focal points, or of others who work for prevention.</summary>
[ObjectType]
public sealed class Network : Party;

/// <summary>A body of the United Nations.</summary>
[ObjectType]
public sealed class UnEntity : Party;

/// <summary>A civil-society organization.</summary>
[ObjectType]
public sealed class CivilSocietyOrganization : Party;

/// <summary>A party is member of a body, from a date to a date.</summary>
public sealed class Membership : IReadable, IHasId
{
    /// <summary>The membership's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid PartyId { get; set; }

    [GraphQLIgnore]
    public Guid BodyId { get; set; }

    /// <summary>When the party joined; null if the date is not known here.</summary>
    public DateOnly? JoinedOn { get; set; }

    /// <summary>When the party left; null while it is a member.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Since when the membership is suspended.</summary>
    public DateOnly? SuspendedFrom { get; set; }

    /// <summary>Until when the membership is suspended; null while it is not known.</summary>
    public DateOnly? SuspendedTo { get; set; }

    /// <summary>What the membership gives to the member's own people.</summary>
    public MembershipRights Rights { get; set; }

    /// <summary>Counts every accepted change, from 1.</summary>
    public int Version { get; set; } = 1;

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>What a membership gives to the member's own people.</summary>
public enum MembershipRights
{
    /// <summary>They read what is shared with the body.</summary>
    Reads,

    /// <summary>The member is listed, and reads nothing by it.</summary>
    Listed,
}

/// <summary>A desk of a party. Content belongs to offices, so that a hand-over loses nothing.</summary>
public sealed class Office : IReadable, IHasId
{
    /// <summary>The office's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    /// <summary>A stable code.</summary>
    [Filterable, Sortable]
    public required string Code { get; set; }

    /// <summary>The office's name.</summary>
    [Filterable, Sortable]
    public required string Name { get; set; }

    /// <summary>The ministry whose desk it is; null for an office that speaks for the whole party.</summary>
    [Filterable]
    public string? Ministry { get; set; }

    [GraphQLIgnore]
    public Guid PartyId { get; set; }

    [GraphQLIgnore]
    public Guid? AccreditedBy { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>Somebody who holds, held or will hold an office.</summary>
public sealed class Person : IReadable, IHasId
{
    /// <summary>The person's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    /// <summary>The name under which the person is known in the network.</summary>
    public required string DisplayName { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>A person holds a role in an office, from a time to a time.</summary>
public sealed class Appointment : IReadable, IHasId
{
    /// <summary>The appointment's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid PersonId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>What the person may do in the office.</summary>
    public Access.Role Role { get; set; }

    /// <summary>Where it stands in the database, where CONFIRMED does not occur: what is confirmed is active between its dates.</summary>
    [GraphQLIgnore]
    public AppointmentStatus Status { get; set; }

    /// <summary>When it begins to count.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>When it ceases to count; null while open.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>Whether the person stands in for who holds the office: with the same rights, but without appointing anybody.</summary>
    public bool Deputy { get; set; }

    [GraphQLIgnore]
    public Guid? Succeeds { get; set; }

    [GraphQLIgnore]
    public Guid? SuspendedBy { get; set; }

    [GraphQLIgnore]
    public Guid? ProposedBy { get; set; }

    [GraphQLIgnore]
    public Guid? ConfirmedBy { get; set; }

    /// <summary>Counts every accepted change, from 1.</summary>
    public int Version { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];

    /// <summary>Where it stands at a moment, by its dates.</summary>
    internal AppointmentStatus StatusAt(DateTimeOffset moment) => Status switch
    {
        AppointmentStatus.Active or AppointmentStatus.Suspended when EndsAt <= moment => AppointmentStatus.Ended,
        AppointmentStatus.Active when StartsAt > moment => AppointmentStatus.Confirmed,
        _ => Status,
    };
}

/// <summary>Where an appointment stands.</summary>
public enum AppointmentStatus
{
    /// <summary>Proposed; the secretariat has not confirmed it yet.</summary>
    Proposed,

    /// <summary>Confirmed; its start lies ahead.</summary>
    Confirmed,

    /// <summary>It counts now.</summary>
    Active,

    /// <summary>Held in suspense: it does not count until it is resumed.</summary>
    Suspended,

    /// <summary>Over: it has reached its end, was ended, or was turned down.</summary>
    Ended,
}
