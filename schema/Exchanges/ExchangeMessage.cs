using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>
/// A message in an exchange, with readers of its own: the office that wrote it and those that it was sent to. Once it is sent it is not edited; a
/// further message corrects it, or its author withdraws it.
/// </summary>
public sealed class ExchangeMessage : IReadable, IHasId, IRestricted
{
    /// <summary>The message's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid ExchangeId { get; set; }

    /// <summary>The office that wrote it.</summary>
    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public Guid AuthorId { get; set; }

    /// <summary>Counts the changes of the draft, from 1; sending and withdrawing count, too.</summary>
    public int Version { get; set; }

    /// <summary>Whether it is a draft, was sent, or was withdrawn.</summary>
    [Filterable]
    public MessageStatus Status { get; set; }

    /// <summary>Whether it goes to whoever takes part when it is sent.</summary>
    public bool ToEverybody { get; set; }

    /// <summary>The offices that it was sent to, beside its author's.</summary>
    [GraphQLIgnore]
    public Guid[] ToIds { get; set; } = [];

    [GraphQLIgnore]
    public Guid? InReplyToId { get; set; }

    [GraphQLIgnore]
    public Guid? CorrectsId { get; set; }

    /// <summary>What it says (Markdown).</summary>
    public required string Text { get; set; }

    [GraphQLIgnore]
    public string? Purpose { get; set; }

    [GraphQLIgnore]
    public bool OnwardSharing { get; set; }

    [GraphQLIgnore]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>By when a reply is expected from each office that it was sent to; null if none is.</summary>
    [Filterable, Sortable]
    public DateOnly? ReplyExpectedBy { get; set; }

    [GraphQLIgnore]
    public string[] DocumentLinks { get; set; } = [];

    /// <summary>When it was written.</summary>
    [Filterable, Sortable]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was sent; null for a draft.</summary>
    [Filterable, Sortable]
    public DateTimeOffset? SentAt { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];

    /// <summary>Each reading of a sent message by others is recorded.</summary>
    [GraphQLIgnore]
    public bool IsRestricted { get; private set; }

    /// <summary>How its readers have to handle it.</summary>
    public Handling Handling => new() { Purpose = Purpose, OnwardSharing = OnwardSharing, ExpiresAt = ExpiresAt };
}

/// <summary>Where a message stands.</summary>
public enum MessageStatus
{
    /// <summary>Being written; only its office reads it.</summary>
    Draft,

    /// <summary>Sent to its readers.</summary>
    Sent,

    /// <summary>Taken back: only its office reads it, the others keep its id.</summary>
    Withdrawn,
}

/// <summary>What those who could read a withdrawn message keep of it.</summary>
public sealed class ExchangeTombstone : IReadable
{
    public Guid MessageId { get; set; }

    public Guid ExchangeId { get; set; }

    public string[] Readers { get; set; } = [];
}

/// <summary>
/// Something that an office of an exchange is to do. Those read it who took part when it was added; who leaves reads on what was done by then.
/// </summary>
public sealed class ExchangeTask : IReadable, IHasId
{
    /// <summary>The task's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid ExchangeId { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    [GraphQLIgnore]
    public Guid AddedById { get; set; }

    /// <summary>What is to be done.</summary>
    public required string Text { get; set; }

    /// <summary>By when; null without a date.</summary>
    [Filterable, Sortable]
    public DateOnly? DueOn { get; set; }

    /// <summary>When it was added.</summary>
    [Filterable, Sortable]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was done; null until then.</summary>
    [Filterable, Sortable]
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}
