using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;

namespace R2P.Schema.Excerpts;

/// <summary>An office that sees an excerpt of a document asks for the document. Its owner and the office that asks read the request.</summary>
public sealed class AccessRequest : IReadable, IHasId
{
    /// <summary>The request's global id.</summary>
    [ID]
    public Guid Id { get; init; }

    [GraphQLIgnore]
    public Guid ExcerptId { get; init; }

    [GraphQLIgnore]
    public Guid DocumentId { get; init; }

    [GraphQLIgnore]
    public Guid OwnerId { get; init; }

    [GraphQLIgnore]
    public Guid OfficeId { get; init; }

    [GraphQLIgnore]
    public Guid PersonId { get; init; }

    /// <summary>Where the request stands.</summary>
    [Filterable]
    public AccessRequestStatus Status { get; set; }

    /// <summary>What the office needs the document for.</summary>
    public required string Reason { get; init; }

    /// <summary>What the owner says to it; null without words.</summary>
    public string? Answer { get; set; }

    /// <summary>When access was asked for.</summary>
    [Filterable, Sortable]
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the owner answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    [GraphQLIgnore]
    public required string[] Readers { get; init; }
}

/// <summary>Where a request for access stands.</summary>
public enum AccessRequestStatus
{
    /// <summary>The owner has not answered yet.</summary>
    Open,

    /// <summary>The owner has shared the document with the office that asked.</summary>
    Granted,

    /// <summary>The owner does not share it.</summary>
    Declined,
}
