using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>
/// What needs stricter access than the rest of an assessment: groups at risk and what protects them, or who was consulted in confidence. It has an audience
/// of its own and is not there at all for whoever is not among it. It describes groups, at a level that exposes nobody.
/// </summary>
public sealed class ConfidentialAnnex : SharedRow
{
    [GraphQLIgnore]
    public Guid AssessmentId { get; set; }

    /// <summary>When the annex was shared beyond its office; null until then.</summary>
    public override DateTimeOffset? PublishedAt { get; set; }

    /// <summary>What the annex is about.</summary>
    public AnnexKind Kind { get; set; }

    /// <summary>A title.</summary>
    public required string Title { get; set; }

    [GraphQLIgnore]
    public required AnnexBody Body { get; set; }

    /// <summary>What is to be said beside the lists (Markdown).</summary>
    public string? Text => Body.Text;

    /// <summary>The groups at risk, and what protects them.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<GroupAtRisk> Groups => Body.Groups;

    /// <summary>Who was consulted in confidence, by body and not by person.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<Consulted> Consulted => Body.Consulted;
}

/// <summary>What an annex says, beyond its columns.</summary>
public sealed class AnnexBody
{
    public string? Text { get; set; }

    public List<GroupAtRisk> Groups { get; set; } = [];

    public List<Consulted> Consulted { get; set; } = [];
}

/// <summary>What an annex is about.</summary>
public enum AnnexKind
{
    /// <summary>Groups at risk, their resilience and how they protect themselves.</summary>
    Populations,

    /// <summary>Who was consulted in confidence.</summary>
    Consultations,
}

/// <summary>A group at risk, never a list of its members.</summary>
public sealed class GroupAtRisk
{
    /// <summary>What kind of group it is.</summary>
    public GroupCategory Category { get; set; }

    /// <summary>Where the group lives: a country or one of its first-level regions, nothing nearer.</summary>
    public required string Area { get; set; }

    /// <summary>What threatens the group (Markdown).</summary>
    public required string Threat { get; set; }

    /// <summary>What makes the group strong against it (Markdown); null if that is not known.</summary>
    public string? Resilience { get; set; }

    /// <summary>How the group protects itself, told so that it harms nobody (Markdown); null if that is not known.</summary>
    public string? SelfProtection { get; set; }
}

/// <summary>Kinds of groups, as coarse as an assessment needs them.</summary>
public enum GroupCategory
{
    /// <summary>A national or ethnic group.</summary>
    Ethnic,

    /// <summary>A religious group.</summary>
    Religious,

    /// <summary>A political or social group.</summary>
    PoliticalOrSocial,

    /// <summary>Indigenous people.</summary>
    Indigenous,

    /// <summary>People displaced within the country or across a border.</summary>
    Displaced,

    /// <summary>Women and girls.</summary>
    WomenAndGirls,

    /// <summary>Children and young people.</summary>
    ChildrenAndYouth,

    /// <summary>Persons with disabilities.</summary>
    PersonsWithDisabilities,

    /// <summary>Journalists and defenders of human rights, as a group.</summary>
    MediaAndDefenders,

    /// <summary>Another group, or civilians in general.</summary>
    Other,
}
