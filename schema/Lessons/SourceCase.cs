using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>
/// The case that a review draws its lessons from: what happened, where, and who tells of it. It has an audience of its own and is not there at
/// all for whoever is not among it.
/// </summary>
public sealed class SourceCase : SharedRow
{
    [GraphQLIgnore]
    public Guid LessonId { get; set; }

    /// <summary>When the case was shared beyond its office; null until then.</summary>
    public override DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The States in which it happened (ISO 3166-1 alpha-3).</summary>
    public string[] Countries { get; set; } = [];

    [GraphQLIgnore]
    public required SourceCaseBody Body { get; set; }

    /// <summary>What happened (Markdown).</summary>
    public string? WhatHappened => Body.WhatHappened;

    /// <summary>Where the case is told of; null if it is the office's own account.</summary>
    public CaseSource? Source => Body.Source;
}

/// <summary>What a case says, beyond its columns.</summary>
public sealed class SourceCaseBody
{
    public string? WhatHappened { get; set; }

    public CaseSource? Source { get; set; }
}

/// <summary>Where a case is told of.</summary>
public sealed class CaseSource
{
    /// <summary>The document's code in the catalogue.</summary>
    public required string Document { get; set; }

    /// <summary>The numbered paragraphs that tell of it.</summary>
    public int[] Paragraphs { get; set; } = [];
}
