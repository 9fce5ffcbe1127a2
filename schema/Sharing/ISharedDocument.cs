using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>What every document of the network has, whatever its kind.</summary>
[InterfaceType("SharedDocument")]
public interface ISharedDocument
{
    /// <summary>The document's global id.</summary>
    [ID]
    Guid Id { get; }

    /// <summary>The office that the document belongs to; a hand-over of the office keeps it.</summary>
    [GraphQLIgnore]
    Guid OwnerId { get; }

    [GraphQLIgnore]
    Guid[] AuthorIds { get; }

    [GraphQLIgnore]
    string[] Readers { get; }

    /// <summary>Whether this is a version that was replaced since.</summary>
    [GraphQLIgnore]
    bool IsPast { get; }

    /// <summary>The kind of the document.</summary>
    DocumentKind Kind { get; }

    /// <summary>A title in the document's language.</summary>
    string Title { get; }

    /// <summary>A few sentences for lists.</summary>
    string? Summary { get; }

    /// <summary>The language of the original text (BCP 47), such as <c>en</c>.</summary>
    string Language { get; }

    /// <summary>Title and summary in other languages.</summary>
    IReadOnlyList<Translation> Translations { get; }

    /// <summary>Who was consulted, by body and not by person, and how.</summary>
    IReadOnlyList<Consulted> Consulted { get; }

    /// <summary>Where the document stands in its life.</summary>
    DocumentStatus Status { get; }

    /// <summary>With whom the document is shared once it is published. Until then only the owner's office and named reviewers read it.</summary>
    Audience Audience { get; }

    /// <summary>How readers have to handle the document; null without a special rule.</summary>
    Handling? Handling { get; }

    /// <summary>Catalogue codes that say what the document is about.</summary>
    string[] Tags { get; }

    /// <summary>Counts every accepted change, from 1. A change has to name the version that it saw.</summary>
    int Version { get; }

    /// <summary>When the document was created.</summary>
    DateTimeOffset CreatedAt { get; }

    /// <summary>When the document was last changed.</summary>
    DateTimeOffset UpdatedAt { get; }

    /// <summary>When the document was published; null until then.</summary>
    DateTimeOffset? PublishedAt { get; }
}
