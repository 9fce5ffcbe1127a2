using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>A course or session that was held: by whom, for which institution, how many took part. Nobody who took part is named.</summary>
public sealed class Training : SharedRow
{
    /// <summary>The language in which it was given (BCP 47).</summary>
    [Filterable]
    public override required string Language { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset UpdatedAt { get; set; }

    [GraphQLIgnore]
    public Guid? GuidanceId { get; set; }

    /// <summary>What was taught.</summary>
    [Filterable, Sortable]
    public required string Title { get; set; }

    /// <summary>The body that gave it.</summary>
    [Filterable, Sortable]
    public required string DeliveredBy { get; set; }

    /// <summary>The institution that it was given to.</summary>
    [Filterable, Sortable]
    public required string Institution { get; set; }

    /// <summary>Who took part, by level.</summary>
    [Filterable]
    public TrainingLevel Level { get; set; }

    /// <summary>The State in which it was held (ISO 3166-1 alpha-3); null if that is not told.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The first day.</summary>
    [Filterable, Sortable]
    public DateOnly HeldOn { get; set; }

    /// <summary>The last day; null if it was one.</summary>
    [Filterable]
    public DateOnly? EndedOn { get; set; }

    /// <summary>How many took part.</summary>
    public int Participants { get; set; }

    /// <summary>How many of them were women; null if that is not known.</summary>
    public int? Women { get; set; }

    /// <summary>Catalogue codes that say what it was about.</summary>
    [Filterable]
    public string[] Tags { get; set; } = [];

    /// <summary>What came of it (Markdown).</summary>
    public string? Note { get; set; }
}
