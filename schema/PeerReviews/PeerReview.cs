using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>
/// A peer review: an office asks others to read one version of one of its documents and to comment on it. Life: open → closed or cancelled. What
/// is written into the document after the review was opened is not part of it, and reviewers do not see it.
/// </summary>
public sealed class PeerReview : DocumentEnvelope
{
    /// <summary>The review's global id.</summary>
    [ID]
    public override Guid Id { get; set; }

    [GraphQLIgnore]
    public override Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public override string[] Readers { get; set; } = [];

    /// <summary>The language of the scope and the conclusions (BCP 47): that of the document.</summary>
    public override required string Language { get; set; }

    /// <summary>Counts every change of the review itself, from 1. Comments and reviewers' answers are no such change.</summary>
    public override int Version { get; set; }

    /// <summary>Where the review stands.</summary>
    [Filterable]
    public ReviewStatus Status { get; set; }

    [GraphQLIgnore]
    public Guid DocumentId { get; set; }

    /// <summary>The kind of the document under review.</summary>
    [Filterable]
    public DocumentKind DocumentKind { get; set; }

    /// <summary>The version of the document that is under review.</summary>
    public int DocumentVersion { get; set; }

    /// <summary>What the reviewers are asked to look at (Markdown).</summary>
    public required string Scope { get; set; }

    /// <summary>From this day on the accepted reviewers read the document and comment on it.</summary>
    [Filterable, Sortable]
    public DateOnly OpensOn { get; set; }

    /// <summary>Until when comments are asked for; null without a date. The review ends when its owner closes it.</summary>
    [Filterable, Sortable]
    public DateOnly? DueOn { get; set; }

    /// <summary>What the owner concludes from the review (Markdown); null until it is closed.</summary>
    public string? Conclusions { get; set; }

    /// <summary>When the review was opened.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the review itself was last changed.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset UpdatedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? PublishedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>Where a review stands.</summary>
public enum ReviewStatus
{
    /// <summary>Reviewers read and comment, the owner answers.</summary>
    Open,

    /// <summary>Every comment was answered, and the owner has drawn conclusions. Reviewers do not read the document through it any more.</summary>
    Closed,

    /// <summary>Called off by the owner. Reviewers do not read the document through it any more.</summary>
    Cancelled,
}

/// <summary>An office that was asked to review, and what it answered; or one that offered, and was accepted.</summary>
public sealed class Reviewer : IReadable
{
    [GraphQLIgnore]
    public Guid ReviewId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>What the office answered.</summary>
    public ReviewerStatus Status { get; set; }

    /// <summary>What the office stated about a conflict of interest when it accepted; null until then.</summary>
    public string? ConflictOfInterest { get; set; }

    /// <summary>When the office answered last, or its offer was accepted; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    [GraphQLIgnore]
    public int? People { get; set; }

    [GraphQLIgnore]
    public int? Women { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>What an office answered that was asked to review.</summary>
public enum ReviewerStatus
{
    /// <summary>Asked, and has not answered yet.</summary>
    Invited,

    /// <summary>Takes part: reads the version under review, and comments on it.</summary>
    Accepted,

    /// <summary>Does not take part.</summary>
    Declined,
}

/// <summary>The copy of the version under review that reviewers read; the database makes it when the review is opened.</summary>
public sealed class ReviewedVersion : IReadable
{
    public Guid ReviewId { get; init; }

    public Guid DocumentId { get; init; }

    public DocumentKind DocumentKind { get; init; }

    public int Version { get; init; }

    public Guid OwnerId { get; init; }

    public required string[] Readers { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
