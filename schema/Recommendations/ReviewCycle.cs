using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>When a State's turn comes under a review mechanism: one cycle, as an office has put it on record.</summary>
public sealed class ReviewCycle : SharedRow
{
    /// <summary>When it was put on record.</summary>
    public override DateTimeOffset CreatedAt { get; set; }

    /// <summary>The code of the review mechanism in the catalogue.</summary>
    [Filterable, Sortable]
    public required string Mechanism { get; set; }

    /// <summary>The State whose turn it is (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>The cycle, as the mechanism counts.</summary>
    [Filterable, Sortable]
    public required string Cycle { get; set; }

    /// <summary>When the State was reviewed in this cycle; null until then.</summary>
    [Filterable, Sortable]
    public DateOnly? HeldOn { get; set; }

    /// <summary>When a report at half time is due; null without one.</summary>
    [Filterable, Sortable]
    public DateOnly? MidTermOn { get; set; }

    /// <summary>When the State's turn comes next; null if that is not known.</summary>
    [Filterable, Sortable]
    public DateOnly? NextOn { get; set; }

    /// <summary>What to know about it.</summary>
    public string? Note { get; set; }
}

/// <summary>The dates of a State under a review mechanism. What was recorded by your office for the same cycle before is replaced.</summary>
/// <param name="Mechanism">The code of the review mechanism in the catalogue.</param>
/// <param name="Cycle">The cycle, as the mechanism counts; at most 100 characters.</param>
/// <param name="Country">The State whose turn it is (ISO 3166-1 alpha-3); by default the office's own State.</param>
/// <param name="HeldOn">When the State was reviewed in this cycle.</param>
/// <param name="MidTermOn">When a report at half time is due.</param>
/// <param name="NextOn">When the State's turn comes next.</param>
/// <param name="Note">What to know about it; at most 2,000 characters.</param>
/// <param name="Language">The language of the note (BCP 47).</param>
/// <param name="Audience">With whom to share it; by default it stays as shared as it is, at first with your office alone.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordReviewCycleInput(
    string Mechanism,
    string Cycle,
    string? Country = null,
    DateOnly? HeldOn = null,
    DateOnly? MidTermOn = null,
    DateOnly? NextOn = null,
    string? Note = null,
    string Language = "en",
    AudienceInput? Audience = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);
