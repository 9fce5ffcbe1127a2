using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>
/// The second step: what one analyst makes of an alert. Whoever read the alert then and reads it now reads it; other views stand beside it.
/// </summary>
public sealed class AlertAnalysis : IReadable
{
    /// <summary>The analysis's id; options say by it what they follow from.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid AlertId { get; set; }

    [GraphQLIgnore]
    public Guid? OfficeId { get; set; }

    /// <summary>By whom it is signed, in words.</summary>
    public required string Signature { get; set; }

    /// <summary>Whether the author is sealed: nobody is told who it was, not even their own office.</summary>
    [ComputedFrom(nameof(OfficeId))]
    public bool Sealed => OfficeId is null;

    /// <summary>Whether it contradicts what the alert says.</summary>
    [Filterable]
    public bool Dissents { get; set; }

    /// <summary>How sure the analyst is.</summary>
    [Filterable]
    public Confidence Confidence { get; set; }

    /// <summary>What the analyst makes of it (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>What it rests on: keys of the alert's information.</summary>
    public string[] RestsOn { get; set; } = [];

    /// <summary>When it was written.</summary>
    [Filterable, Sortable]
    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Who read the alert when it was written: the database tells.</summary>
    [GraphQLIgnore]
    public string[] Readers { get; private set; } = [];
}

/// <summary>Who wrote an analysis: a row that only its author reads.</summary>
public sealed class AlertAnalyst : IReadable
{
    public Guid AnalysisId { get; set; }

    public Guid PersonId { get; set; }

    public string[] Readers { get; set; } = [];
}

/// <summary>What an office can do about an alert, in its own words.</summary>
public sealed class AlertContribution : IReadable
{
    /// <summary>The contribution's id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid AlertId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>Which step of a timely response it belongs to (a code of the catalogue).</summary>
    public required string Step { get; set; }

    /// <summary>The tool that the office can give (a code of the catalogue).</summary>
    public string? Tool { get; set; }

    /// <summary>What the office can do (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Who read the alert when it was written: the database tells.</summary>
    [GraphQLIgnore]
    public string[] Readers { get; private set; } = [];
}
