using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>A quick note on an event that could tip risk into crisis: a sudden one, or a date that no assessment tells of yet.</summary>
public sealed class TriggerNote : SharedRow
{
    /// <summary>The State that it is about (ISO 3166-1 alpha-3).</summary>
    public required string Country { get; set; }

    /// <summary>The trigger's code.</summary>
    public required string Trigger { get; set; }

    /// <summary>The day on which it happened, or is expected.</summary>
    public DateOnly HappensOn { get; set; }

    /// <summary>The kind of source that tells of it (a code of the catalogue's information sources); null if that is not said.</summary>
    public string? SourceKind { get; set; }

    /// <summary>What to know about it (Markdown).</summary>
    public required string Note { get; set; }
}

/// <summary>A note on an event. Only your office reads it, unless you name an audience.</summary>
/// <param name="Country">The State that it is about (ISO 3166-1 alpha-3).</param>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="HappensOn">The day on which it happened, or is expected.</param>
/// <param name="Note">What to know about it (Markdown); at most 4,000 characters.</param>
/// <param name="SourceKind">The kind of source that tells of it (a code of the catalogue's information sources).</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Audience">With whom to share it.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record NoteTriggerInput(
    string Country,
    string Trigger,
    DateOnly HappensOn,
    string Note,
    string? SourceKind = null,
    string Language = "en",
    AudienceInput? Audience = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A note to take back.</summary>
/// <param name="Id">The note.</param>
/// <param name="Version">The version of the note that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EraseTriggerNoteInput(
    [property: ID<TriggerNote>] Guid Id, int Version, string? ClientMutationId = null);
