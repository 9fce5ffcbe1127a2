using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

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

/// <summary>What was found about one risk factor.</summary>
public sealed class FactorRating
{
    /// <summary>The factor's code in the framework.</summary>
    [Filterable]
    public required string Factor { get; set; }

    /// <summary>What was found (Markdown).</summary>
    public required string Finding { get; set; }

    /// <summary>From whom the risk comes; empty if the finding is not about somebody's acts.</summary>
    public List<ActorType> Actors { get; set; } = [];

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

    /// <summary>How far the source has proved reliable.</summary>
    public Reliability Reliability { get; set; }

    /// <summary>Whether other sources say the same.</summary>
    public Corroboration Corroboration { get; set; }

    /// <summary>What to be careful about, such as an interest of the source.</summary>
    public string? Caution { get; set; }
}

/// <summary>How far a source has proved reliable; a judgement of the authors, not of the service.</summary>
public enum Reliability
{
    /// <summary>Not judged, or it can't be.</summary>
    Unknown,

    /// <summary>There are reasons to doubt it, or it is disputed.</summary>
    Doubtful,

    /// <summary>Mostly right so far.</summary>
    Fair,

    /// <summary>Independent, impartial and right so far.</summary>
    Reliable,
}

/// <summary>What was found about one inhibitor: a source of resilience.</summary>
public sealed class InhibitorRating
{
    /// <summary>The inhibitor's code.</summary>
    [Filterable]
    public required string Inhibitor { get; set; }

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

    /// <summary>What is needed to strengthen it, to be looked at before help is asked for (Markdown); null if nothing is.</summary>
    public string? Need { get; set; }

    /// <summary>The forms of assistance that would meet the need (codes of the catalogue).</summary>
    public string[] AssistanceForms { get; set; } = [];
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
