using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Sharing;

/// <summary>A version of a document that was replaced, with the readers that it had.</summary>
public sealed class DocumentRevision : IReadable
{
    [GraphQLIgnore]
    public Guid DocumentId { get; init; }

    [GraphQLIgnore]
    public required string Kind { get; init; }

    /// <summary>The version that it was.</summary>
    [SortKey(TieBreaker = true)]
    public int Version { get; init; }

    [GraphQLIgnore]
    public required string[] Readers { get; init; }

    [GraphQLIgnore]
    public Guid OwnerId { get; init; }

    [GraphQLIgnore]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was replaced; null if the version that replaced it was not shared with you.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    [GraphQLIgnore]
    public Guid? ReplacedBy { get; init; }

    /// <summary>The act that replaced it: a mutation's name; null if the version that replaced it was not shared with you.</summary>
    public string? Act { get; init; }

    /// <summary>Why it was replaced, in the words of whoever did; null if the version that replaced it was not shared with you.</summary>
    public string? Reason { get; init; }

    /// <summary>What finds the document as it was.</summary>
    [GraphQLIgnore]
    public (DocumentKind Kind, DocumentVersion Version) Key =>
        (EnumText.Parse<DocumentKind>(Kind), new DocumentVersion(DocumentId, Version));

    /// <summary>The past versions that the viewer may see.</summary>
    internal static IQueryable<DocumentRevision> Visible(DocumentContext db) =>
        db.Readable<DocumentRevision>().Where(revision => DocumentContext.IsOpen(revision.ExpiresAt, revision.OwnerId));
}

/// <summary>How past versions lie in <c>r2p.past_version</c>, which tells of the step to the next one only whoever may read that.</summary>
public sealed class DocumentRevisionMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<DocumentRevision>().ToView("past_version")
            .Ignore(revision => revision.Key)
            .HasKey(revision => new { revision.DocumentId, revision.Version });
}
