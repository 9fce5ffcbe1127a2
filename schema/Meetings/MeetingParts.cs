using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>An office that was invited to a meeting, and what it answered. The office and the host read it.</summary>
public sealed class MeetingInvitation : IReadable
{
    [GraphQLIgnore]
    public Guid MeetingId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    /// <summary>What the office answered.</summary>
    public MeetingInvitationStatus Status { get; set; }

    /// <summary>What it has to say to that.</summary>
    public string? Note { get; set; }

    /// <summary>When it was invited.</summary>
    public DateTimeOffset InvitedAt { get; set; }

    /// <summary>When it answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Counts the invitation and each answer, from 1.</summary>
    public int Version { get; set; } = 1;

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>What an office had answered to an invitation, before it answered anew.</summary>
public sealed class MeetingAnswer : IReadable
{
    [GraphQLIgnore]
    public Guid MeetingId { get; init; }

    [GraphQLIgnore]
    public Guid OfficeId { get; init; }

    /// <summary>The version of the invitation that it was.</summary>
    public int Version { get; init; }

    /// <summary>What the office had answered.</summary>
    public MeetingInvitationStatus Status { get; init; }

    /// <summary>What it had to say to that.</summary>
    public string? Note { get; init; }

    /// <summary>When it had answered so.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    [GraphQLIgnore]
    public required string[] Readers { get; init; }
}

/// <summary>What an office answered to an invitation.</summary>
public enum MeetingInvitationStatus
{
    /// <summary>Nothing yet.</summary>
    Invited,

    /// <summary>It will be there.</summary>
    Attending,

    /// <summary>It will not be there.</summary>
    Declined,
}

/// <summary>A document that a meeting is about, as a link.</summary>
public sealed class MeetingDocument
{
    public Guid MeetingId { get; set; }

    public int Place { get; set; }

    public required string Link { get; set; }
}

/// <summary>Something that follows from a meeting. Whoever reads the meeting reads it.</summary>
public sealed class MeetingFollowUp : IHasId
{
    /// <summary>The item's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid MeetingId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>What is to be done.</summary>
    public required string Text { get; set; }

    /// <summary>By when; null without a date.</summary>
    public DateOnly? DueOn { get; set; }

    [GraphQLIgnore]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was done; null until then.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }
}

/// <summary>What an office or a network said at a meeting. It has an audience of its own.</summary>
public sealed class MeetingStatement : SharedRow
{
    [GraphQLIgnore]
    public Guid MeetingId { get; set; }

    [GraphQLIgnore]
    public override int Version { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    [Filterable]
    public override required string Language { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Its title.</summary>
    [Filterable, Sortable]
    public required string Title { get; set; }

    /// <summary>What was said (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>The network in whose name it was made (a code of the catalogue); null if it is that of one office.</summary>
    [Filterable]
    public string? Network { get; set; }

    /// <summary>When it was made.</summary>
    [Filterable, Sortable]
    public DateOnly DeliveredOn { get; set; }

    /// <summary>Catalogue codes that say what it is about.</summary>
    [Filterable]
    public string[] Tags { get; set; } = [];
}
