using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.SavedFilters;

/// <summary>What you want to hear of, kept under a name. Yours alone; it never shows more than you may see at the moment of looking.</summary>
public sealed class SavedFilter : IReadable, IHasId
{
    /// <summary>The filter's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid PersonId { get; set; }

    /// <summary>The name that you gave it.</summary>
    public required string Name { get; set; }

    /// <summary>Only documents of these kinds; of all if it is empty.</summary>
    public IReadOnlyList<DocumentKind> Kinds => [.. KindNames.Select(EnumText.Parse<DocumentKind>)];

    [GraphQLIgnore]
    public string[] KindNames { get; set; } = [];

    /// <summary>Only documents in one of these states; in any if it is empty.</summary>
    public IReadOnlyList<DocumentStatus> Statuses => [.. StatusNames.Select(EnumText.Parse<DocumentStatus>)];

    [GraphQLIgnore]
    public string[] StatusNames { get; set; } = [];

    /// <summary>Only documents with one of these tags; with any or none if it is empty.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>Only documents in one of these languages; in any if it is empty.</summary>
    public string[] Languages { get; set; } = [];

    /// <summary>Only documents whose title has these words in it; null for any title.</summary>
    public string? TitleContains { get; set; }

    /// <summary>Whether the digest tells of it.</summary>
    public bool Notifies { get; set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When you have last said that you have seen what it finds.</summary>
    public DateTimeOffset SeenAt { get; set; }

    [GraphQLIgnore]
    public long SeenPosition { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];

    /// <summary>The changes that it asks for. Changes of reviews are among them only if it narrows nothing.</summary>
    internal ChangeFilter ToChangeFilter()
    {
        DocumentStatus[] statuses = [.. Statuses];
        var (tags, languages, title) = (Tags, Languages, TitleContains);
        var narrows = statuses.Length > 0 || tags.Length > 0 || languages.Length > 0 || title is not null;
        return ChangeFilter.Of(
            Kinds.Count == 0 ? null : Kinds,
            narrows
                ? document => (statuses.Length == 0 || statuses.Contains(document.Status))
                    && (tags.Length == 0 || document.Tags.Any(tag => tags.Contains(tag)))
                    && (languages.Length == 0 || languages.Contains(document.Language))
                    && (title == null || document.Title.Contains(title))
                : null);
    }
}

/// <summary>How saved filters lie in <c>r2p.saved_filter</c>.</summary>
public sealed class SavedFilterMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) => model.Entity<SavedFilter>(filter =>
    {
        filter.ToTable("saved_filter").Ignore(f => f.Kinds).Ignore(f => f.Statuses);
        filter.Property(f => f.Id).ValueGeneratedNever();
    });
}
