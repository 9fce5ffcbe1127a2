using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;

namespace R2P.Schema.Contributions;

/// <summary>
/// What somebody tells one office, by invitation or unasked. The receiver and the author's office read it; nobody else does, counts it or hears of it, the
/// State that it is about included. Life: received → taken up, in part, or not; or withdrawn, which erases the text.
/// </summary>
public sealed class Contribution : IReadable, IHasId
{
    /// <summary>The contribution's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid ReceiverId { get; set; }

    [GraphQLIgnore]
    public Guid? OfficeId { get; set; }

    /// <summary>By whom it is signed, in words.</summary>
    public required string Signature { get; set; }

    /// <summary>Whether the author is sealed, even towards the receiver.</summary>
    public bool Sealed => OfficeId is null;

    [GraphQLIgnore]
    public Guid? InvitationId { get; set; }

    [GraphQLIgnore]
    public Guid? AssessmentId { get; set; }

    /// <summary>The State that it is about (ISO 3166-1 alpha-3); null if it is about none in particular.</summary>
    [Filterable]
    public string? Country { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    public required string Language { get; set; }

    /// <summary>A title; empty once it was withdrawn.</summary>
    public required string Title { get; set; }

    /// <summary>What is contributed (Markdown); null once it was withdrawn.</summary>
    public string? Text { get; set; }

    /// <summary>Catalogue codes that say what it is about.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>What became of it.</summary>
    [Filterable]
    public ContributionStatus Status { get; set; }

    /// <summary>What the receiver says became of it (Markdown); null until answered.</summary>
    public string? Answer { get; set; }

    /// <summary>When it was answered last; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When it was submitted.</summary>
    [Filterable, Sortable]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Counts every accepted change, from 1.</summary>
    public int Version { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>What became of a contribution.</summary>
public enum ContributionStatus
{
    /// <summary>The receiver has it, and has not answered yet.</summary>
    Received,

    /// <summary>The receiver takes it up.</summary>
    TakenUp,

    /// <summary>The receiver takes a part of it up.</summary>
    TakenUpInPart,

    /// <summary>The receiver does not take it up.</summary>
    NotTakenUp,

    /// <summary>Its author took it back; the text is erased.</summary>
    Withdrawn,
}

/// <summary>An invitation to contribute to an assessment. The two offices read it, and nobody else.</summary>
public sealed class ContributionInvitation : IReadable, IHasId
{
    /// <summary>The invitation's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    [GraphQLIgnore]
    public Guid AssessmentId { get; set; }

    /// <summary>What is asked (Markdown).</summary>
    public required string Question { get; set; }

    /// <summary>By when; null without a date.</summary>
    [Filterable, Sortable]
    public DateOnly? DueOn { get; set; }

    /// <summary>When the invitation was sent.</summary>
    [Filterable, Sortable]
    public DateTimeOffset CreatedAt { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}
