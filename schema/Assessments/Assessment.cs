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

    /// <summary>Who was consulted, by body and not by person.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<Consulted> Consulted => Body.Consulted;

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

    public List<Consulted> Consulted { get; set; } = [];
}

/// <summary>Whether things get better or worse. Not a score: two States' trends are not comparable.</summary>
public enum Trend
{
    /// <summary>Better than at the last look.</summary>
    Improving,

    /// <summary>No clear change.</summary>
    Stable,

    /// <summary>Worse than at the last look.</summary>
    Worsening,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How sure the authors are of a finding.</summary>
public enum Confidence
{
    /// <summary>Single or weak sources.</summary>
    Low,

    /// <summary>Several sources that agree, with gaps.</summary>
    Moderate,

    /// <summary>Several independent sources that agree.</summary>
    High,
}

/// <summary>What was found about one risk factor.</summary>
public sealed class FactorRating
{
    /// <summary>The factor's code in the framework.</summary>
    [Filterable]
    public required string Factor { get; set; }

    /// <summary>What was found (Markdown).</summary>
    public required string Finding { get; set; }

    /// <summary>What the finding rests on.</summary>
    public List<Evidence> Evidence { get; set; } = [];

    /// <summary>Whether it gets better or worse.</summary>
    [Filterable]
    public Trend Trend { get; set; }

    /// <summary>How sure the authors are.</summary>
    [Filterable]
    public Confidence Confidence { get; set; }

    /// <summary>Another reading of the same facts, side by side (Markdown).</summary>
    public string? Dissent { get; set; }

    /// <summary>Findings on single indicators of the factor.</summary>
    public List<IndicatorRating> Indicators { get; set; } = [];
}

/// <summary>What was found about one indicator of a factor.</summary>
public sealed class IndicatorRating
{
    /// <summary>The indicator's code in the framework.</summary>
    [Filterable]
    public required string Indicator { get; set; }

    /// <summary>What was found (Markdown).</summary>
    public required string Finding { get; set; }

    /// <summary>Whether it gets better or worse.</summary>
    [Filterable]
    public Trend Trend { get; set; }

    /// <summary>How sure the authors are.</summary>
    [Filterable]
    public Confidence Confidence { get; set; }
}

/// <summary>What a finding rests on: a reference, never the evidence itself.</summary>
public sealed class Evidence
{
    /// <summary>The kind of source (a code of the catalogue's information sources).</summary>
    public required string Kind { get; set; }

    /// <summary>What the source is called.</summary>
    public required string Title { get; set; }

    /// <summary>Where it can be read, if it is public.</summary>
    public string? Url { get; set; }
}

/// <summary>What was found about one inhibitor: a source of resilience.</summary>
public sealed class InhibitorRating
{
    /// <summary>The inhibitor's code.</summary>
    [Filterable]
    public required string Inhibitor { get; set; }

    /// <summary>What was found (Markdown).</summary>
    public required string Finding { get; set; }

    /// <summary>Whether it gets better or worse.</summary>
    [Filterable]
    public Trend Trend { get; set; }

    /// <summary>How sure the authors are.</summary>
    [Filterable]
    public Confidence Confidence { get; set; }
}

/// <summary>An event that could tip risk into crisis.</summary>
public sealed class AssessedTrigger
{
    /// <summary>The trigger's code.</summary>
    public required string Trigger { get; set; }

    /// <summary>The day, for an event that is known ahead.</summary>
    public DateOnly? ExpectedOn { get; set; }

    /// <summary>What to know about it (Markdown).</summary>
    public string? Note { get; set; }
}

/// <summary>A body that was consulted.</summary>
public sealed class Consulted
{
    /// <summary>What kind of body it is.</summary>
    public ConsultedKind Kind { get; set; }

    /// <summary>The body's name; never a person's.</summary>
    public required string Name { get; set; }
}

/// <summary>What kinds of bodies are consulted.</summary>
public enum ConsultedKind
{
    /// <summary>A ministry, an administration, a security service.</summary>
    GovernmentBody,

    /// <summary>A human rights institution, a parliament, a court or another independent body of the State.</summary>
    NationalInstitution,

    /// <summary>A civil-society organization.</summary>
    CivilSociety,

    /// <summary>A community and those who speak for it.</summary>
    Community,

    /// <summary>A university or a research institute.</summary>
    Academia,

    /// <summary>A regional or international organization.</summary>
    InternationalOrganization,
}
