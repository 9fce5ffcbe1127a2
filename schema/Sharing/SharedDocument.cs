using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>
/// The columns that every shared document has. A kind adds columns for what people filter and sort by, and one body for the rest.
/// </summary>
public abstract class SharedDocument : DocumentEnvelope, ISharedDocument, IDocumentColumns, IHasAudience, IStoredBody, IRestricted, IJsonBacked
{
    /// <inheritdoc/>
    [ID, Filterable]
    public override Guid Id { get; set; }

    [GraphQLIgnore]
    public override Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public override string[] Readers { get; set; } = [];

    [GraphQLIgnore]
    public Guid[] AuthorIds { get; set; } = [];

    /// <inheritdoc/>
    [ComputedFrom]
    public abstract DocumentKind Kind { get; }

    /// <inheritdoc/>
    [Filterable, Sortable]
    public required string Title { get; set; }

    /// <inheritdoc/>
    [Filterable]
    public string? Summary { get; set; }

    /// <inheritdoc/>
    [Filterable]
    public override required string Language { get; set; }

    /// <inheritdoc cref="ISharedDocument.Translations"/>
    public List<Translation> Translations { get; set; } = [];

    IReadOnlyList<Translation> ISharedDocument.Translations => Translations;

    /// <inheritdoc cref="ISharedDocument.Consulted"/>
    public List<Consulted> Consulted { get; set; } = [];

    IReadOnlyList<Consulted> ISharedDocument.Consulted => Consulted;

    /// <inheritdoc/>
    [Filterable]
    public DocumentStatus Status { get; set; }

    /// <inheritdoc/>
    public required Audience Audience { get; set; }

    /// <inheritdoc/>
    public Handling? Handling { get; set; }

    /// <inheritdoc/>
    [Filterable]
    public string[] Tags { get; set; } = [];

    /// <inheritdoc/>
    [Filterable, Sortable]
    public override DateTimeOffset CreatedAt { get; set; }

    /// <inheritdoc/>
    [Filterable, Sortable]
    public override DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    [Filterable, Sortable]
    public override DateTimeOffset? PublishedAt { get; set; }

    [GraphQLIgnore]
    public bool IsPast { get; set; }

    /// <summary>Whether it is shared by name or with a handling rule: the database tells, and each reading of it is recorded.</summary>
    [GraphQLIgnore]
    public bool IsRestricted { get; private set; }

    [GraphQLIgnore]
    public ReadOnlyMemory<byte> StoredBody { get; set; }

    ReadOnlyMemory<byte> IJsonBacked.Json => StoredBody;

    /// <summary>Notes that somebody changed the text: they are an author now, and translations are behind.</summary>
    internal void WasRevisedBy(Guid person)
    {
        AuthorIds = [.. AuthorIds.Union([person])];
        foreach (var translation in Translations)
        {
            translation.Stale = true;
        }
    }
}
