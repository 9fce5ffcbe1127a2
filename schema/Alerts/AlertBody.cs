using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>What an alert says, beyond its columns.</summary>
public sealed class AlertBody
{
    public List<AlertActor> Actors { get; set; } = [];

    public List<AlertInformation> Information { get; set; } = [];

    public List<AlertOption> Options { get; set; } = [];

    public List<AlertDialogue> Dialogue { get; set; } = [];

    public List<PrerequisiteAnswer> Prerequisites { get; set; } = [];

    public List<CouncilAvenue> CouncilAvenues { get; set; } = [];

    public List<AlertDecision> Decisions { get; set; } = [];

    public string? Outcome { get; set; }
}

/// <summary>Whose conduct a warning is about: a kind of actor, never a person.</summary>
public sealed class AlertActor
{
    /// <summary>What kind of actor it is.</summary>
    [Filterable]
    public ActorType Type { get; set; }

    /// <summary>What they do or threaten to do, and what to think of with this kind of actor: command, territory, who arms them (Markdown).</summary>
    public string? Conduct { get; set; }
}

/// <summary>Something that was heard.</summary>
public sealed class AlertInformation
{
    /// <summary>A short name within the alert, such as <c>I1</c>: analyses say by it what they rest on.</summary>
    public required string Key { get; set; }

    /// <summary>The kind of source (a code of the catalogue).</summary>
    public required string SourceKind { get; set; }

    /// <summary>What was heard (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>Where it can be read, if it is public.</summary>
    public string? Url { get; set; }

    /// <summary>With what caution to read it: who says so, what interest they have, what was checked.</summary>
    public string? Caution { get; set; }

    /// <summary>The day on which it was heard.</summary>
    public DateOnly? HeardOn { get; set; }
}

/// <summary>Something that could be done.</summary>
public sealed class AlertOption
{
    /// <summary>A short name within the alert, such as <c>O1</c>: decisions say by it what they choose.</summary>
    public required string Key { get; set; }

    /// <summary>The peaceful tool (a code of the catalogue).</summary>
    public required string Tool { get; set; }

    /// <summary>What exactly (Markdown).</summary>
    public required string What { get; set; }

    /// <summary>Under what conditions it can work (Markdown).</summary>
    public string? Conditions { get; set; }

    /// <summary>Who could do it: bodies, never persons.</summary>
    public string? Who { get; set; }

    /// <summary>What harm it could do, and to whom (Markdown).</summary>
    public required string RiskOfHarm { get; set; }

    /// <summary>The analyses that it follows from.</summary>
    [ID<AlertAnalysis>]
    public List<Guid> RestsOn { get; set; } = [];
}

/// <summary>A talk with those who decide or who are concerned.</summary>
public sealed class AlertDialogue
{
    /// <summary>The day.</summary>
    public DateOnly HeldOn { get; set; }

    /// <summary>With whom: bodies, never persons.</summary>
    public required string With { get; set; }

    /// <summary>What came of it (Markdown).</summary>
    public required string Outcome { get; set; }
}

/// <summary>The answer to one of the review questions of a response.</summary>
public sealed class PrerequisiteAnswer
{
    /// <summary>The prerequisite (a code of the catalogue).</summary>
    public required string Prerequisite { get; set; }

    /// <summary>Whether it is met; null if that is not known.</summary>
    public bool? Met { get; set; }

    /// <summary>Why (Markdown).</summary>
    public required string Answer { get; set; }
}

/// <summary>A way to bring a risk before the Security Council.</summary>
public sealed class CouncilAvenue
{
    /// <summary>The way (a code of the catalogue).</summary>
    public required string Avenue { get; set; }

    /// <summary>Whether it is to be taken; null while that is open.</summary>
    public bool? Take { get; set; }

    /// <summary>Why, and what to say there (Markdown).</summary>
    public string? Note { get; set; }
}

/// <summary>What was decided about an alert.</summary>
public sealed class AlertDecision
{
    /// <summary>What was decided.</summary>
    public AlertDecisionKind Kind { get; set; }

    /// <summary>Why (Markdown).</summary>
    public required string Reason { get; set; }

    /// <summary>The options that were chosen, by their keys.</summary>
    public List<string> ChosenOptions { get; set; } = [];

    /// <summary>Who does what by when.</summary>
    public List<AlertTask> Tasks { get; set; } = [];

    /// <summary>What all who act say alike (Markdown).</summary>
    public string? CommonMessage { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>What can be decided about an alert.</summary>
public enum AlertDecisionKind
{
    /// <summary>Something is done.</summary>
    Act,

    /// <summary>Nothing is done.</summary>
    NoAction,

    /// <summary>Another office has to decide.</summary>
    Refer,
}

/// <summary>What one office does of what was decided.</summary>
public sealed class AlertTask
{
    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>The tool (a code of the catalogue); null if it is none of them.</summary>
    public string? Tool { get; set; }

    /// <summary>What the office does.</summary>
    public required string What { get; set; }

    /// <summary>By when.</summary>
    public DateOnly By { get; set; }
}
