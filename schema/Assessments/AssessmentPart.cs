using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Assessments;

/// <summary>
/// A part of a draft that another office of the same State or organization was asked to write. Those two offices read it, and nobody else. Life: asked →
/// written → signed off by the office that wrote it → taken in by the assessment's office, or cancelled.
/// </summary>
public sealed class AssessmentPart : DocumentEnvelope
{
    /// <summary>The part's global id.</summary>
    [ID]
    public override Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid AssessmentId { get; set; }

    /// <summary>The office whose assessment it is.</summary>
    [GraphQLIgnore]
    public override Guid OwnerId { get; set; }

    /// <summary>The office that writes.</summary>
    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    [GraphQLIgnore]
    public override string[] Readers { get; set; } = [];

    /// <summary>Counts every accepted change of the part, from 1.</summary>
    public override int Version { get; set; }

    /// <summary>Where the part stands.</summary>
    [Filterable]
    public PartStatus Status { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    public override required string Language { get; set; }

    /// <summary>When the part was asked for.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the part was last changed.</summary>
    public override DateTimeOffset UpdatedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? PublishedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>What the part is about, in words.</summary>
    public required string Title { get; set; }

    /// <summary>The framework's code in the catalogue.</summary>
    public required string Framework { get; set; }

    /// <summary>The codes of the risk factors that the office was asked to rate.</summary>
    public string[] Factors { get; set; } = [];

    /// <summary>The codes of the inhibitors that the office was asked to look at.</summary>
    public string[] Inhibitors { get; set; } = [];

    /// <summary>By when the part is asked for; null without a date.</summary>
    [Filterable, Sortable]
    public DateOnly? DueOn { get; set; }

    /// <summary>When the office that wrote it signed it off; null until then.</summary>
    public DateTimeOffset? SignedOffAt { get; set; }

    [GraphQLIgnore]
    public Guid? SignedOffBy { get; set; }

    [GraphQLIgnore]
    public required PartBody Body { get; set; }

    /// <summary>What was found about risk factors.</summary>
    [ListSize(AssumedSize = 14)]
    public IReadOnlyList<FactorRating> Ratings => Body.Ratings;

    /// <summary>What was found about inhibitors.</summary>
    [ListSize(AssumedSize = 7)]
    public IReadOnlyList<InhibitorRating> InhibitorRatings => Body.Inhibitors;

    /// <summary>What the office says beside its findings (Markdown).</summary>
    public string? Note => Body.Note;
}

/// <summary>What a part says, beyond its columns.</summary>
public sealed class PartBody
{
    public List<FactorRating> Ratings { get; set; } = [];

    public List<InhibitorRating> Inhibitors { get; set; } = [];

    public string? Note { get; set; }
}

/// <summary>Where a part of an assessment stands.</summary>
public enum PartStatus
{
    /// <summary>An office was asked for it; nothing is written yet.</summary>
    Asked,

    /// <summary>Written, not yet signed off.</summary>
    Written,

    /// <summary>Signed off by the office that wrote it.</summary>
    SignedOff,

    /// <summary>Taken into the assessment.</summary>
    TakenIn,

    /// <summary>Not asked for any more.</summary>
    Cancelled,
}
