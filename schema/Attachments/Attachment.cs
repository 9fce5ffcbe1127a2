using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Attachments;

/// <summary>A file of a document. Whoever reads the document reads its files.</summary>
public sealed class Attachment : IReadable, IHasId
{
    /// <summary>The attachment's global id.</summary>
    [ID]
    public Guid Id { get; init; }

    [GraphQLIgnore]
    public Guid DocumentId { get; init; }

    [GraphQLIgnore]
    public required string DocumentKind { get; init; }

    [GraphQLIgnore]
    public Guid OwnerId { get; init; }

    [GraphQLIgnore]
    public required string[] Readers { get; init; }

    [GraphQLIgnore]
    public DateTimeOffset? ExpiresAt { get; init; }

    [GraphQLIgnore]
    public bool IsRestricted { get; init; }

    /// <summary>The first version of the document that has it.</summary>
    public int SinceVersion { get; init; }

    /// <summary>The first version of the document that is without it; null while the document has it.</summary>
    public int? UntilVersion { get; init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the file is, by its content: <c>application/pdf</c>, say.</summary>
    public required string MediaType { get; init; }

    /// <summary>How many bytes it has.</summary>
    public int Bytes { get; init; }

    /// <summary>The SHA-256 of its content, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    [GraphQLIgnore]
    public Guid AddedBy { get; init; }

    /// <summary>Where it is downloaded, with the same token as here.</summary>
    public string Url => AttachmentEndpoints.UrlOf(Id);

    /// <summary>The attachments that the viewer may read.</summary>
    internal static IQueryable<Attachment> Visible(DocumentContext db) =>
        db.Readable<Attachment>().Where(attachment => DocumentContext.IsOpen(attachment.ExpiresAt, attachment.OwnerId));
}

/// <summary>How attachments lie in <c>r2p.attachment</c>; functions of the database write them.</summary>
public sealed class AttachmentMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<Attachment>().ToTable("attachment").Ignore(attachment => attachment.Url).Property(attachment => attachment.Id).ValueGeneratedNever();
}
