using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Exchanges;

/// <summary>A partnership that came of an exchange: who does what together, until when, and what came of it. Its parties read it.</summary>
public sealed class Partnership : DocumentEnvelope, IRestricted
{
    /// <summary>The partnership's global id.</summary>
    [ID]
    public override Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid ExchangeId { get; set; }

    [GraphQLIgnore]
    public override Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public override string[] Readers { get; set; } = [];

    /// <summary>Counts every accepted change, from 1.</summary>
    public override int Version { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    public override required string Language { get; set; }

    /// <summary>When it was first recorded.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset UpdatedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? PublishedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? ExpiresAt { get; set; }

    [GraphQLIgnore]
    public Guid[] PartyIds { get; set; } = [];

    /// <summary>What the parties want to reach together (Markdown).</summary>
    public required string Aim { get; set; }

    /// <summary>What they do for it.</summary>
    public string[] Activities { get; set; } = [];

    /// <summary>Since when; null if no day is set.</summary>
    [Filterable, Sortable]
    public DateOnly? StartsOn { get; set; }

    /// <summary>Until when; null if it is open.</summary>
    [Filterable, Sortable]
    public DateOnly? EndsOn { get; set; }

    /// <summary>What came of it (Markdown); null while that is open.</summary>
    public string? Results { get; set; }

    [GraphQLIgnore]
    public bool IsRestricted { get; private set; }
}
