using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>
/// What is told of a strategy beyond its readers: a text of its own, with an audience of its own. Whoever reads it reads no word of the strategy by it.
/// </summary>
public sealed class StrategySummary : SharedRow
{
    [GraphQLIgnore]
    public Guid StrategyId { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    [Filterable]
    public override required string Language { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the summary was last changed.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When the summary was first shared.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The State whose strategy it tells of (ISO 3166-1 alpha-3); null if it is an organization's.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The regional organization whose strategy it tells of; null if it is a State's.</summary>
    [Filterable, Sortable]
    public string? Organization { get; set; }

    /// <summary>The title.</summary>
    [Filterable, Sortable]
    public required string Title { get; set; }

    /// <summary>Why prevention serves the country, and what it does for it (Markdown).</summary>
    public required string Text { get; set; }
}
