using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What changed from one version of an assessment to another: side by side, without any sum of it.</summary>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later version.</param>
/// <param name="Factors">Every risk factor on which the two differ.</param>
/// <param name="Inhibitors">Every inhibitor on which the two differ.</param>
public sealed record AssessmentChanges(
    Assessment From, Assessment To, IReadOnlyList<FindingChange> Factors, IReadOnlyList<FindingChange> Inhibitors)
{
    /// <summary>Whether another stage is proposed, or none any more.</summary>
    public bool StageChanged => From.Stage != To.Stage;

    internal static AssessmentChanges Between(Assessment from, Assessment to) => new(
        from,
        to,
        [.. Compare(from.Ratings.Select(FindingState.Of), to.Ratings.Select(FindingState.Of))],
        [.. Compare(from.Inhibitors.Select(FindingState.Of), to.Inhibitors.Select(FindingState.Of))]);

    private static IEnumerable<FindingChange> Compare(IEnumerable<FindingState> from, IEnumerable<FindingState> to)
    {
        var (before, after) = (from.ToDictionary(state => state.Code), to.ToDictionary(state => state.Code));
        return
            from code in before.Keys.Union(after.Keys)
            let change = new FindingChange(code, before.GetValueOrDefault(code), after.GetValueOrDefault(code))
            where change.Before != change.After
            select change;
    }
}

/// <summary>How the finding on one factor or inhibitor changed.</summary>
/// <param name="Code">The factor's or inhibitor's code.</param>
/// <param name="Before">What was found before; null if it was not looked at.</param>
/// <param name="After">What is found now; null if it is not looked at any more.</param>
public sealed record FindingChange(string Code, FindingState? Before, FindingState? After)
{
    /// <summary>What happened to it.</summary>
    public FindingChangeKind Kind => this switch
    {
        { Before: null } => FindingChangeKind.Added,
        { After: null } => FindingChangeKind.Removed,
        _ => FindingChangeKind.Changed,
    };

    /// <summary>Whether the trend is another one.</summary>
    public bool TrendChanged => Before is not null && After is not null && Before.Trend != After.Trend;

    /// <summary>Whether the authors are more or less sure.</summary>
    public bool ConfidenceChanged => Before is not null && After is not null && Before.Confidence != After.Confidence;

    /// <summary>Whether the words of the finding are others.</summary>
    public bool FindingChanged => Before is not null && After is not null && Before.Finding != After.Finding;

    /// <summary>Whether dissent came up, changed or was left out.</summary>
    public bool DissentChanged => Before?.Dissent != After?.Dissent;
}

/// <summary>What happened to a finding.</summary>
public enum FindingChangeKind
{
    /// <summary>It was not looked at before.</summary>
    Added,

    /// <summary>It is looked at in both, with another result.</summary>
    Changed,

    /// <summary>It is not looked at any more.</summary>
    Removed,
}

/// <summary>A finding in one version.</summary>
/// <param name="Code">The factor's or inhibitor's code.</param>
/// <param name="Finding">What was found (Markdown).</param>
/// <param name="Trend">Whether it gets better or worse.</param>
/// <param name="Confidence">How sure the authors are.</param>
/// <param name="Dissent">Another reading of the same facts (Markdown).</param>
public sealed record FindingState(string Code, string Finding, Trend Trend, Confidence Confidence, string? Dissent)
{
    internal static FindingState Of(FactorRating rating) => new(rating.Factor, rating.Finding, rating.Trend, rating.Confidence, rating.Dissent);

    internal static FindingState Of(InhibitorRating rating) =>
        new(rating.Inhibitor, rating.Finding, rating.Trend, rating.Confidence, rating.Dissent);
}

/// <summary>A stage that was proposed, and since when.</summary>
/// <param name="Stage">The stage's code; null where none is proposed.</param>
/// <param name="Reasons">Why (Markdown).</param>
/// <param name="Since">When this was written.</param>
/// <param name="Assessment">The assessment that proposes it: this one, or one that it replaces.</param>
/// <param name="Version">The version of that assessment which proposed it first.</param>
public sealed record StageProposal(string? Stage, string? Reasons, DateTimeOffset Since, Assessment Assessment, int Version);
