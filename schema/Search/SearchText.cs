using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Search;

/// <summary>What is searched of a document, of any kind. Read-only, kept by the database.</summary>
public sealed class SearchText : IReadable, IDocumentColumns
{
    public Guid Id { get; init; }

    public DocumentKind Kind { get; init; }

    public Guid OwnerId { get; init; }

    public required string[] Readers { get; init; }

    public DocumentStatus Status { get; init; }

    public required string Language { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was published; <see cref="DateTimeOffset.MaxValue"/> until then.</summary>
    public DateTimeOffset ShownAt { get; init; }

    public required string[] Tags { get; init; }

    /// <summary>The countries that it is about (ISO 3166-1 alpha-3).</summary>
    public required string[] Countries { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>How that lies in <c>r2p.search_text</c>.</summary>
public sealed class SearchMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) => model.Entity<SearchText>().ToView("search_text").HasKey(text => text.Id);
}
