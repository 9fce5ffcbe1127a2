using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>Something that was done to encourage a State to protect: a talk, a reminder, an offer of good offices. Quiet ones stay in their office.</summary>
public sealed class EncouragementActivity : IReadable, IHasId, IHasAudience
{
    /// <summary>The activity's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];

    /// <summary>With whom it is shared; <c>OFFICE</c> for a quiet one.</summary>
    public Audience Audience { get; set; } = Audience.OwnOffice();

    [GraphQLIgnore]
    public DateTimeOffset? ExpiresAt { get; set; }

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

    /// <summary>When it was written down.</summary>
    public DateTimeOffset LoggedAt { get; set; }
}
