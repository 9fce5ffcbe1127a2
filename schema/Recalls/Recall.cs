using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recalls;

/// <summary>
/// An office that is on record as a reader of a document is asked to acknowledge that the document was taken back. It tells the document's id, and no
/// more; the office that took it back and the office that is asked read it.
/// </summary>
public sealed class Recall : IReadable, IHasId
{
    /// <summary>The request's global id.</summary>
    [ID]
    public Guid Id { get; init; }

    /// <summary>The global id of the document that was taken back.</summary>
    [ID, GraphQLName("documentId"), ComputedFrom(nameof(DocumentKind), nameof(DocumentId))]
    public string DocumentGlobalId => new NodeId(DocumentKind.ToString(), DocumentId).ToString();

    /// <summary>When the document was taken back.</summary>
    [Filterable, Sortable]
    public DateTimeOffset RecalledAt { get; init; }

    /// <summary>When the office acknowledged it; null until then.</summary>
    [Filterable]
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>What the office says about it: that copies were deleted, say.</summary>
    public string? Note { get; set; }

    [GraphQLIgnore]
    public Guid DocumentId { get; init; }

    [GraphQLIgnore]
    public DocumentKind DocumentKind { get; init; }

    [GraphQLIgnore]
    public Guid OwnerId { get; init; }

    [GraphQLIgnore]
    public Guid OfficeId { get; init; }

    [GraphQLIgnore]
    public Guid? AcknowledgedBy { get; set; }

    [GraphQLIgnore]
    public required string[] Readers { get; init; }
}

/// <summary>A reader of a restricted document, as it is on record.</summary>
/// <param name="OfficeId">The office for which it was read.</param>
/// <param name="PersonId">Who read it.</param>
/// <param name="FirstReadAt">When it was read first, in any version.</param>
/// <param name="LastReadAt">When it was read last.</param>
public sealed record ReadingReceipt(
    [property: GraphQLIgnore] Guid? OfficeId, [property: GraphQLIgnore] Guid? PersonId, DateTimeOffset FirstReadAt, DateTimeOffset LastReadAt);
