using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>
/// A workspace of two or more desks: messages, drafts, tasks, a partnership. Each message has readers of its own. An office that leaves keeps the
/// version of its time, and what was written to it, and is told nothing more. With nobody else in it, an exchange is the private log of one office.
/// Life: open → closed.
/// </summary>
public sealed class Exchange : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Exchange;

    /// <summary>The States that it is about (ISO 3166-1 alpha-3).</summary>
    [Filterable]
    public string[] Countries { get; set; } = [];

    /// <summary>The offices that take part now: its readers.</summary>
    [GraphQLIgnore]
    public Guid[] ParticipantIds { get; set; } = [];

    [GraphQLIgnore]
    public required ExchangeBody Body
    {
        get => field ??= StoredJson.Read<ExchangeBody>(StoredBody);
        set;
    }

    /// <summary>What the offices came together for (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string Purpose => Body.Purpose;
}

/// <summary>What an exchange says, beyond its columns.</summary>
public sealed class ExchangeBody
{
    public required string Purpose { get; set; }
}

/// <summary>A stay of an office in an exchange, from a time to a time.</summary>
public sealed class ExchangeParticipant : IReadable
{
    [GraphQLIgnore]
    public Guid ExchangeId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    [GraphQLIgnore]
    public Guid? InvitedById { get; set; }

    /// <summary>Since when it takes part.</summary>
    public DateTimeOffset JoinedAt { get; set; }

    /// <summary>When it left; null while it takes part.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}
