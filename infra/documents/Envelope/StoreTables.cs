using Microsoft.EntityFrameworkCore;

namespace R2P.Documents;

/// <summary>A state that a document has left behind, with the readers that it had. Read-only.</summary>
public sealed class Revision
{
    public Guid DocumentId { get; init; }

    public int Version { get; init; }

    public required string Kind { get; init; }

    public required string[] Readers { get; init; }

    public Guid OwnerId { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset ReplacedAt { get; init; }

    public Guid? ReplacedBy { get; init; }

    /// <summary>The act that replaced it.</summary>
    public string? Act { get; init; }

    /// <summary>Why, in the words of whoever replaced it.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole row as JSON: <c>(jsonb_populate_record(null::r2p.kind, document)).*</c> gives it back.</summary>
    public required string Document { get; init; }
}

/// <summary>One current reader of one document, in the order of lists. Read-only, kept by the database.</summary>
public sealed class DocumentReader
{
    public required string Token { get; init; }

    public required string Kind { get; init; }

    /// <summary><see cref="DateTimeOffset.MaxValue"/> until the document is published.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    public Guid Id { get; init; }
}

/// <summary>An entry of the event log with its content. Read-only; <see cref="WriteSession.Append"/> adds to the log.</summary>
public sealed class StoredEvent : IReadable
{
    public long Position { get; init; }

    public Guid Id { get; init; }

    public required string Type { get; init; }

    public Guid? DocumentId { get; init; }

    public string? DocumentKind { get; init; }

    public int? Version { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? PersonId { get; init; }

    public Guid? OfficeId { get; init; }

    public required string[] Readers { get; init; }

    public bool ChangesAccess { get; init; }

    /// <summary>The content as JSON; an empty object after the document was erased.</summary>
    public required string Data { get; init; }
}

/// <summary>What is left of an erased document. Read-only.</summary>
public sealed class Erasure
{
    public Guid DocumentId { get; init; }

    public required string Kind { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    public Guid? PersonId { get; init; }

    public required string[] Readers { get; init; }
}

internal static class StoreTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Revision>(revision =>
        {
            revision.ToTable("revision").HasKey(r => new { r.DocumentId, r.Version });
            revision.Property(r => r.Document).HasColumnType("jsonb");
        });
        model.Entity<DocumentReader>().ToTable("document_reader").HasKey(r => new { r.Token, r.Kind, r.PublishedAt, r.Id });
        model.Entity<StoredEvent>(entry =>
        {
            entry.ToTable("event").HasKey(e => e.Position);
            entry.Property(e => e.Data).HasColumnType("jsonb");
        });
        model.Entity<Erasure>().ToTable("erasure").HasKey(e => e.DocumentId);
    }
}
