using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>A pledge of States: what they have promised, and since when. Who stands behind it is a row of its own for each State.</summary>
public sealed class Pledge : SharedRow
{
    /// <summary>What kind of pledge it is.</summary>
    [Filterable]
    public PledgeKind Kind { get; set; }

    /// <summary>What the pledge is called.</summary>
    [Filterable, Sortable]
    public required string Title { get; set; }

    /// <summary>What is pledged (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>When it was made.</summary>
    [Filterable, Sortable]
    public DateOnly MadeOn { get; set; }

    /// <summary>The group or initiative that made it (a network's code); null without one.</summary>
    [Filterable]
    public string? Initiative { get; set; }

    /// <summary>Where it can be read; null where that is not said.</summary>
    public string? Source { get; set; }
}

/// <summary>The kinds of pledges.</summary>
public enum PledgeKind
{
    /// <summary>Not to vote against action that would prevent or end atrocity crimes, or not to use the veto in such a case.</summary>
    VetoRestraint,

    /// <summary>To keep arms from where they would serve atrocity crimes.</summary>
    ArmsRestraint,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>A State stands behind a pledge, from a day to a day.</summary>
public sealed class PledgeSupport : SharedRow
{
    [GraphQLIgnore]
    public Guid PledgeId { get; set; }

    /// <summary>The State (ISO 3166-1 alpha-3).</summary>
    public required string Country { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly Since { get; set; }

    /// <summary>The first day on which the State does not stand behind it any more; null while it does.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>What a State says of a veto that it cast: why, and what it proposes instead. A State speaks for itself alone.</summary>
public sealed class VetoExplanation : SharedRow
{
    /// <summary>The State that cast the veto (ISO 3166-1 alpha-3).</summary>
    [Filterable]
    public required string Country { get; set; }

    /// <summary>When it was cast.</summary>
    [Filterable, Sortable]
    public DateOnly CastOn { get; set; }

    /// <summary>On which draft it was cast.</summary>
    public required string Draft { get; set; }

    /// <summary>Why (Markdown).</summary>
    public required string Explanation { get; set; }

    /// <summary>What the State proposes instead (Markdown).</summary>
    public required string AlternativePlan { get; set; }
}
