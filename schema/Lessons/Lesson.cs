using System.Globalization;
using System.Text.RegularExpressions;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>
/// A lessons-learned review. What happened, and where, is told in its source case, which has an audience of its own: a lesson can be shared
/// without its case. Life: draft → published → withdrawn. It is corrected in place, with its history kept.
/// </summary>
public sealed partial class Lesson : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Lesson;

    /// <summary>The time that the review looks at, as its authors put it, such as <c>2013-2014</c>.</summary>
    public string? Period { get; set; }

    /// <summary>The first year of the period; null if it is open.</summary>
    [Filterable, Sortable]
    public int? PeriodFrom { get; set; }

    /// <summary>The last year of the period; null if it is open.</summary>
    [Filterable, Sortable]
    public int? PeriodTo { get; set; }

    /// <summary>What the review looks back at; null if that is not said.</summary>
    [Filterable]
    public ReviewKind? ReviewKind { get; set; }

    /// <summary>The codes that the single lessons are tagged with.</summary>
    [Filterable]
    public string[] LessonTags { get; set; } = [];

    [GraphQLIgnore]
    public required LessonBody Body
    {
        get => field ??= StoredJson.Read<LessonBody>(StoredBody);
        set;
    }

    /// <summary>What the review looks at (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string Scope => Body.Scope;

    /// <summary>What helped (Markdown); null if nothing is known to have.</summary>
    [JsonMember(nameof(Body))]
    public string? WhatHelped => Body.WhatHelped;

    /// <summary>What did not help (Markdown); null if nothing is known.</summary>
    [JsonMember(nameof(Body))]
    public string? WhatDidNot => Body.WhatDidNot;

    /// <summary>What others can take from it.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<LearnedLesson> Lessons => Body.Lessons;

    /// <summary>How support ended; null if this is no exit review.</summary>
    [JsonMember(nameof(Body))]
    public SupportExit? Exit => Body.Exit;

    /// <summary>Signs that violence may come back.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<RelapseSign> RelapseSigns => Body.RelapseSigns;

    /// <summary>What the review leaves open (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? Limits => Body.Limits;

    /// <summary>Puts new content in place, and the column that mirrors it.</summary>
    internal void Fill(LessonBody body)
    {
        Body = body;
        LessonTags = [.. body.Lessons.SelectMany(lesson => lesson.Tags).Distinct()];
    }

    /// <summary>Puts a period in place, and the years that it names.</summary>
    internal void SetPeriod(string? period)
    {
        var years = Year().Matches(period ?? "").Select(year => int.Parse(year.Value, CultureInfo.InvariantCulture)).ToArray();
        Period = period;
        PeriodFrom = years is [] ? null : years.Min();
        PeriodTo = years is [] ? null : years.Max();
    }

    [GeneratedRegex(@"\b(1[0-9]|20)[0-9]{2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Year();
}

/// <summary>What a review says, beyond its columns and its source case.</summary>
public sealed class LessonBody
{
    public required string Scope { get; set; }

    public string? WhatHelped { get; set; }

    public string? WhatDidNot { get; set; }

    public List<LearnedLesson> Lessons { get; set; } = [];

    public SupportExit? Exit { get; set; }

    public List<RelapseSign> RelapseSigns { get; set; } = [];

    public string? Limits { get; set; }
}

/// <summary>One lesson, put so that it can be understood without its case.</summary>
public sealed class LearnedLesson
{
    /// <summary>The lesson (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>Catalogue codes that say what it is about.</summary>
    public string[] Tags { get; set; } = [];
}
