using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>
/// What a review mechanism, a report or a peer recommends to a State, and what the State makes of it. Life: received → accepted or noted → in progress →
/// done. Whoever keeps the entry, the State that it is addressed to answers it and reports on it.
/// </summary>
public sealed class Recommendation : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Recommendation;

    /// <summary>Where it comes from: the code of a review mechanism, or of a report, in the catalogue.</summary>
    [Filterable, Sortable]
    public required string Mechanism { get; set; }

    /// <summary>The State that it is addressed to (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>The symbol of the document that says it, such as <c>A/HRC/44/9</c>.</summary>
    [Filterable, Sortable]
    public string? Symbol { get; set; }

    /// <summary>Its place in that document, such as <c>142.7</c>.</summary>
    [Filterable, Sortable]
    public string? Paragraph { get; set; }

    /// <summary>The cycle of the mechanism, as the mechanism counts; null where it has none.</summary>
    [Filterable]
    public string? Cycle { get; set; }

    /// <summary>The session in which it was made; null where there are none.</summary>
    [Filterable]
    public string? Session { get; set; }

    /// <summary>When it was made.</summary>
    [Filterable, Sortable]
    public DateOnly? AdoptedOn { get; set; }

    /// <summary>What it is about, in the mechanism's own words.</summary>
    [Filterable]
    public string[] Themes { get; set; } = [];

    /// <summary>The office that sees to it.</summary>
    [GraphQLIgnore, Filterable(Name = "lead", IdOf = typeof(Office))]
    public Guid? LeadId { get; set; }

    /// <summary>When something is due next; null without a date.</summary>
    [Filterable, Sortable]
    public DateOnly? NextOn { get; set; }

    [GraphQLIgnore]
    public Guid? ImportId { get; set; }

    /// <summary>Its place among those that were imported with it.</summary>
    [GraphQLIgnore]
    public int? ImportPlace { get; set; }

    [GraphQLIgnore]
    public Guid? ReviewId { get; set; }

    [GraphQLIgnore]
    public Guid? CommentId { get; set; }

    [GraphQLIgnore]
    public required RecommendationBody Body
    {
        get => field ??= StoredJson.Read<RecommendationBody>(StoredBody);
        set;
    }

    /// <summary>What is recommended (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string Text => Body.Text;

    /// <summary>What the State has answered; null until then.</summary>
    [JsonMember(nameof(Body))]
    public RecommendationAnswer? Answer => Body.Answer;

    /// <summary>What was reported on it, oldest first.</summary>
    [JsonMember(nameof(Body)), ListSize(AssumedSize = 10)]
    public IReadOnlyList<ProgressReport> Reports => Body.Reports;
}

/// <summary>What a recommendation says, beyond its columns.</summary>
public sealed class RecommendationBody
{
    public required string Text { get; set; }

    public RecommendationAnswer? Answer { get; set; }

    public List<ProgressReport> Reports { get; set; } = [];
}

/// <summary>What a State answers to a recommendation.</summary>
public sealed class RecommendationAnswer
{
    /// <summary>Whether it accepts the recommendation.</summary>
    public AnswerKind Kind { get; set; }

    /// <summary>Why (Markdown).</summary>
    public string? Reason { get; set; }

    /// <summary>The day of the answer.</summary>
    public DateOnly AnsweredOn { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }
}

/// <summary>The two answers to a recommendation.</summary>
public enum AnswerKind
{
    /// <summary>It enjoys the State's support.</summary>
    Accept,

    /// <summary>The State takes note of it, no more.</summary>
    Note,
}

/// <summary>How far the State is with a recommendation.</summary>
public sealed class ProgressReport
{
    /// <summary>What kind of report it is.</summary>
    public ReportKind Kind { get; set; }

    /// <summary>The day of the report.</summary>
    public DateOnly ReportedOn { get; set; }

    /// <summary>The office that reports.</summary>
    [ID<Office>]
    public Guid OfficeId { get; set; }

    /// <summary>What was done, and what came of it (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>Where that can be read up.</summary>
    public List<EvidenceLink> Evidence { get; set; } = [];
}

/// <summary>What kinds of reports there are.</summary>
public enum ReportKind
{
    /// <summary>A note along the way.</summary>
    Progress,

    /// <summary>The report at half time of the mechanism's cycle.</summary>
    MidTerm,

    /// <summary>The last one: it is done.</summary>
    Final,
}
