using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>
/// An entry of the compendium of practice: what a State did for prevention, so that others may adapt it. Life: proposed → edited → approved →
/// published; a published practice is reconfirmed every year, else it becomes unconfirmed. It is corrected in place, with its history kept.
/// </summary>
public sealed class Practice : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Practice;

    /// <summary>The State whose practice it is (ISO 3166-1 alpha-3); null if it is that of an organization.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The policy option that was taken (a code of the catalogue).</summary>
    [Filterable, Sortable]
    public required string PolicyOption { get; set; }

    /// <summary>The pillar that it serves (a code of the catalogue).</summary>
    [Filterable]
    public required string Pillar { get; set; }

    /// <summary>The inhibitor that it strengthens (a code of the catalogue); null if it is tied to none.</summary>
    [Filterable]
    public string? Inhibitor { get; set; }

    /// <summary>The tools that were used (codes of the catalogue).</summary>
    [Filterable]
    public string[] Tools { get; set; } = [];

    /// <summary>The year in which it was done; null if it is not known.</summary>
    [Filterable, Sortable]
    public int? Year { get; set; }

    /// <summary>The year as of which the text holds; null if it holds as of its last confirmation.</summary>
    [Filterable, Sortable]
    public int? AsOf { get; set; }

    /// <summary>When the entry was last confirmed, by its publication or by the yearly look; null if it never was.</summary>
    [Filterable, Sortable]
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>What came of it, by the newest result note; null if nothing is known yet.</summary>
    [Filterable]
    public PracticeOutcome? Outcome { get; set; }

    /// <summary>Whose idea it was; null if that is not said.</summary>
    [Filterable]
    public PracticeOrigin? Origin { get; set; }

    [GraphQLIgnore]
    public Guid? AdaptedFromId { get; set; }

    [GraphQLIgnore]
    public required PracticeBody Body
    {
        get => field ??= StoredJson.Read<PracticeBody>(StoredBody);
        set;
    }

    /// <summary>In what situation it was done (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? Context => Body.Context;

    /// <summary>What was done (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string WhatWasDone => Body.WhatWasDone;

    /// <summary>What came of it (Markdown); null if that is not known.</summary>
    [JsonMember(nameof(Body))]
    public string? Results => Body.Results;

    /// <summary>What the entry leaves open, and where the practice ends (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? Limits => Body.Limits;

    /// <summary>What to think of before doing the same elsewhere (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? HowToAdapt => Body.HowToAdapt;

    /// <summary>What it was meant to reach (Markdown); null if that is not said.</summary>
    [JsonMember(nameof(Body))]
    public string? Aims => Body.Aims;

    /// <summary>What keeps it from being turned against those whom it is to protect (Markdown); null if that is not said.</summary>
    [JsonMember(nameof(Body))]
    public string? Safeguards => Body.Safeguards;

    /// <summary>What was found about single aims, oldest first.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<ResultNote> ResultNotes => Body.ResultNotes;

    /// <summary>Who took part, by kind; by name only who consented.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<PracticePartner> Partners => Body.Partners;

    /// <summary>Where the entry comes from; null if it is the office's own account.</summary>
    [JsonMember(nameof(Body))]
    public PracticeSource? Source => Body.Source;
}

/// <summary>What a practice says, beyond its columns.</summary>
public sealed class PracticeBody
{
    public string? Context { get; set; }

    public required string WhatWasDone { get; set; }

    public string? Results { get; set; }

    public string? Limits { get; set; }

    public string? HowToAdapt { get; set; }

    public string? Aims { get; set; }

    public string? Safeguards { get; set; }

    public List<ResultNote> ResultNotes { get; set; } = [];

    public List<PracticePartner> Partners { get; set; } = [];

    public PracticeSource? Source { get; set; }
}

/// <summary>Where a practice is told of.</summary>
public sealed class PracticeSource
{
    /// <summary>The document's code in the catalogue.</summary>
    public required string Document { get; set; }

    /// <summary>The place in the document.</summary>
    public string? At { get; set; }
}
