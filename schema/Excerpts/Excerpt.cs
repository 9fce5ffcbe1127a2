using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Excerpts;

/// <summary>
/// What its owner shows of a document while the document itself stays where it is: the title alone, or a summary written for others. It has an audience
/// of its own; who reads it does not read the document.
/// </summary>
public sealed class Excerpt : SharedRow
{
    /// <summary>The excerpt's global id; with it, access to the document can be asked for.</summary>
    [ID]
    public override Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid DocumentId { get; set; }

    /// <summary>The kind of the document that it is an excerpt of.</summary>
    [Filterable]
    public DocumentKind DocumentKind { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    [Filterable]
    public override required string Language { get; set; }

    /// <summary>The title that is shown: the document's own, or one written for others.</summary>
    [Filterable, Sortable]
    public required string Title { get; set; }

    /// <summary>The summary that is shown (Markdown); null if it is the title alone.</summary>
    public string? Text { get; set; }

    /// <summary>How readers have to handle the excerpt; null without a special rule.</summary>
    public Handling? Handling { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset UpdatedAt { get; set; }
}
