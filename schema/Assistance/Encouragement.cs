using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>Something that was done to encourage a State to protect: a talk, a reminder, an offer of good offices. Quiet ones stay in their office.</summary>
public sealed class EncouragementActivity : SharedRow
{
    /// <summary>The State that was encouraged (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>The form of encouragement (a code of the catalogue).</summary>
    [Filterable]
    public required string Form { get; set; }

    /// <summary>What was done (Markdown).</summary>
    public required string What { get; set; }

    /// <summary>The day.</summary>
    [Filterable, Sortable]
    public DateOnly HeldOn { get; set; }
}
