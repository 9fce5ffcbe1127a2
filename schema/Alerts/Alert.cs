using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>
/// A warning: who is at risk, what is known, what could be done, and what was decided. Life: raised → acknowledged → decided → closed. The four steps
/// of early warning are kept apart: information, analyses, options, dialogue. It names groups in general words, never persons.
/// </summary>
public sealed class Alert : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Alert;

    /// <summary>The State that it is about (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>Where, coarsely: a region or a district, never an address.</summary>
    [Filterable]
    public string? Place { get; set; }

    /// <summary>Which group is at risk, in general words.</summary>
    [Filterable]
    public string? GroupAtRisk { get; set; }

    /// <summary>Groups of society that are concerned (codes of the catalogue's community actors).</summary>
    [Filterable]
    public string[] Communities { get; set; } = [];

    /// <summary>How soon something has to be done.</summary>
    [Filterable]
    public Urgency Urgency { get; set; }

    /// <summary>What kinds of sources it rests on (codes of the catalogue).</summary>
    [Filterable]
    public string[] SourceKinds { get; set; } = [];

    /// <summary>How far the sources have proved right before.</summary>
    [Filterable]
    public SourceReliability Reliability { get; set; }

    /// <summary>Whether independent sources say the same.</summary>
    [Filterable]
    public Corroboration Corroboration { get; set; }

    /// <summary>How sure the authors are.</summary>
    [Filterable]
    public Confidence Confidence { get; set; }

    /// <summary>Events that could tip risk into violence (codes of the catalogue).</summary>
    [Filterable]
    public string[] Triggers { get; set; } = [];

    [GraphQLIgnore]
    public Guid ResponsibleId { get; set; }

    /// <summary>By when it has to be decided.</summary>
    [Filterable, Sortable]
    public DateOnly? DueOn { get; set; }

    /// <summary>What was decided last; null until then.</summary>
    [Filterable]
    public AlertDecisionKind? Decision { get; set; }

    /// <summary>When it was first decided what to do, or to do nothing; null until then. Passing it on is no such decision.</summary>
    [Filterable, Sortable]
    public DateTimeOffset? DecidedAt { get; set; }

    [GraphQLIgnore]
    public string[] AssignedTools { get; set; } = [];

    /// <summary>Which office was given which tool: the office's id, a colon, the tool.</summary>
    [GraphQLIgnore]
    public string[] Assignments { get; set; } = [];

    [GraphQLIgnore]
    public Guid? SummaryOfId { get; set; }

    [GraphQLIgnore]
    public required AlertBody Body
    {
        get => field ??= StoredJson.Read<AlertBody>(StoredBody);
        set;
    }

    /// <summary>How many hours went by from the warning to the decision; null until it is decided.</summary>
    [ComputedFrom(nameof(DecidedAt), nameof(CreatedAt))]
    public double? WarningToDecision => DecidedAt is { } decided ? Math.Round((decided - CreatedAt).TotalHours, 2) : null;

    /// <summary>Whose conduct the warning is about.</summary>
    [Filterable(Using = "Body.Actors")]
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AlertActor> Actors => Body.Actors;

    /// <summary>The first step: what was heard, and with what caution to read it.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AlertInformation> Information => Body.Information;

    /// <summary>The third step: what could be done, in the order in which it should be tried; force comes last.</summary>
    public IReadOnlyList<AlertOption> Options => Body.Options;

    /// <summary>The fourth step: who was spoken with, and what came of it.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AlertDialogue> Dialogue => Body.Dialogue;

    /// <summary>The review questions of a response, as far as they are answered.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<PrerequisiteAnswer> Prerequisites => Body.Prerequisites;

    /// <summary>For those who sit on the Security Council: ways to bring the risk before it, and what was made of each.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<CouncilAvenue> CouncilAvenues => Body.CouncilAvenues;

    /// <summary>What was decided, the latest last.</summary>
    public IReadOnlyList<AlertDecision> Decisions => Body.Decisions;

    /// <summary>What became of it (Markdown); null until it is closed.</summary>
    [JsonMember(nameof(Body))]
    public string? Outcome => Body.Outcome;
}

/// <summary>How soon something has to be done.</summary>
public enum Urgency
{
    /// <summary>Keep watching.</summary>
    Watch,

    /// <summary>Within weeks.</summary>
    Soon,

    /// <summary>Within days.</summary>
    Urgent,

    /// <summary>Now.</summary>
    Immediate,
}

/// <summary>How far sources have proved right before.</summary>
public enum SourceReliability
{
    /// <summary>They have proved right.</summary>
    Proven,

    /// <summary>Some have, some have not.</summary>
    Mixed,

    /// <summary>They have been wrong before, or have an interest in the matter.</summary>
    Doubtful,

    /// <summary>Nothing is known of that.</summary>
    Unknown,
}
