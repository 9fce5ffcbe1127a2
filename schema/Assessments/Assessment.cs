using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>
/// An assessment of risk and resilience by a framework. Life: draft → in review → approved → published → superseded or withdrawn. A published
/// assessment is not changed any more: to revise it starts a successor.
/// </summary>
public sealed class Assessment : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Assessment;

    /// <summary>The State that is assessed (ISO 3166-1 alpha-3); null if it is about a region.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The framework's code in the catalogue, such as <c>UN_FRAMEWORK_2014</c>.</summary>
    [Filterable]
    public required string Framework { get; set; }

    /// <summary>The framework's version.</summary>
    public required string FrameworkVersion { get; set; }

    /// <summary>The codes of the factors that are rated.</summary>
    [Filterable]
    public string[] Factors { get; set; } = [];

    /// <summary>The stage that is proposed (a code of the catalogue); null if none is.</summary>
    [Filterable]
    public string? Stage { get; set; }

    /// <summary>The assessment that this one replaces once it is published.</summary>
    [GraphQLIgnore]
    public Guid? SupersedesId { get; set; }

    [GraphQLIgnore]
    public required AssessmentBody Body
    {
        get => field ??= StoredJson.Read<AssessmentBody>(StoredBody);
        set;
    }

    /// <summary>One rating for each factor that was looked at.</summary>
    [Filterable(Using = "Body.Ratings"), ListSize(AssumedSize = 14)]
    [JsonMember(nameof(Body))]
    public IReadOnlyList<FactorRating> Ratings => Body.Ratings;

    /// <summary>What stands against the risks: the inhibitors that were looked at.</summary>
    [Filterable(Using = "Body.Inhibitors")]
    [JsonMember(nameof(Body))]
    public IReadOnlyList<InhibitorRating> Inhibitors => Body.Inhibitors;

    /// <summary>Why that stage is proposed (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? StageReasons => Body.StageReasons;

    /// <summary>Events that could tip risk into crisis.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AssessedTrigger> Triggers => Body.Triggers;

    /// <summary>Puts new content in place, and the columns that mirror it.</summary>
    internal void Fill(AssessmentBody body)
    {
        Body = body;
        Factors = [.. body.Ratings.Select(rating => rating.Factor)];
    }
}

/// <summary>What an assessment says, beyond its columns.</summary>
public sealed class AssessmentBody
{
    public List<FactorRating> Ratings { get; set; } = [];

    public List<InhibitorRating> Inhibitors { get; set; } = [];

    public string? StageReasons { get; set; }

    public List<AssessedTrigger> Triggers { get; set; } = [];
}
