using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>
/// How an office sees its State, or its organization, against a list of what reports ask for. It stays in the office until the office shares it. Nothing
/// is counted or compared.
/// </summary>
public sealed class SelfCheck : SharedRow
{
    /// <summary>When it was last changed.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was first shared beyond its office; null until then.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The list that it goes through.</summary>
    [Filterable]
    public SelfCheckList List { get; set; }

    /// <summary>The State that looks at itself (ISO 3166-1 alpha-3); null if it is an organization.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The organization that looks at itself (its party's code); null if it is a State.</summary>
    [Filterable, Sortable]
    public string? Organization { get; set; }

    /// <summary>For the steps of 2016: the other body of the pair (a code of the catalogue); null for other lists.</summary>
    [Filterable, Sortable]
    public string? Partner { get; set; }

    [GraphQLIgnore]
    public required SelfCheckBody Body { get; set; }

    /// <summary>What the office says to each entry of the list that it looked at.</summary>
    [ListSize(AssumedSize = 8)]
    public IReadOnlyList<SelfCheckAnswer> Answers => Body.Answers;
}

/// <summary>What a self-check says, beyond its columns.</summary>
public sealed class SelfCheckBody
{
    public List<SelfCheckAnswer> Answers { get; set; } = [];
}

/// <summary>The lists that an office can go through.</summary>
public enum SelfCheckList
{
    /// <summary>The seven recommendations to Member States of 2013 (<c>memberStateRecommendations2013</c>).</summary>
    Recommendations2013,

    /// <summary>The eight calls on Member States of 2015 (<c>memberStateCalls2015</c>).</summary>
    Calls2015,

    /// <summary>The six priorities of 2015 (<c>priorities2015</c>).</summary>
    Priorities2015,

    /// <summary>The four acts of the Secretary-General of 2015 (<c>secretaryGeneralActions2015</c>).</summary>
    SecretaryGeneralActions2015,

    /// <summary>The five steps for regional bodies of 2016, for a pair of bodies (<c>regionalSteps2016</c>).</summary>
    RegionalSteps2016,
}

/// <summary>What an office says to one entry of a list.</summary>
public sealed class SelfCheckAnswer
{
    /// <summary>The entry's code.</summary>
    public required string Code { get; set; }

    /// <summary>Where the office sees itself.</summary>
    public StepState State { get; set; }

    /// <summary>What is to be said to it (Markdown).</summary>
    public string? Note { get; set; }
}

/// <summary>Where an office sees itself on the way. No score: two States' answers are not comparable.</summary>
public enum StepState
{
    /// <summary>Nothing was begun.</summary>
    NotBegun,

    /// <summary>Being planned.</summary>
    Planned,

    /// <summary>Being done.</summary>
    UnderWay,

    /// <summary>In place.</summary>
    InPlace,

    /// <summary>Does not apply here.</summary>
    NotApplicable,
}
