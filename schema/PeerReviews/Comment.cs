using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>A comment in a peer review, at a passage of the version under review. It has readers of its own, whoever reads the document.</summary>
public sealed class Comment : IReadable, IHasId
{
    /// <summary>The comment's global id.</summary>
    [ID]
    public Guid Id { get; set; }

    [GraphQLIgnore]
    public Guid ReviewId { get; set; }

    [GraphQLIgnore]
    public Guid DocumentId { get; set; }

    [GraphQLIgnore]
    public DocumentKind DocumentKind { get; set; }

    [GraphQLIgnore]
    public int DocumentVersion { get; set; }

    /// <summary>The office whose document is under review.</summary>
    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    /// <summary>The office that signed; null under a sealed signature.</summary>
    [GraphQLIgnore]
    public Guid? OfficeId { get; set; }

    /// <summary>By whom the comment is signed, in words: an office, or a focal point in a region.</summary>
    public required string Signature { get; set; }

    /// <summary>Whether the author is sealed: only a region is told.</summary>
    [ComputedFrom(nameof(OfficeId))]
    public bool Sealed => OfficeId is null;

    [GraphQLIgnore]
    public Guid? InReplyToId { get; set; }

    /// <summary>What kind of comment it is.</summary>
    [Filterable]
    public CommentKind Kind { get; set; }

    /// <summary>For whom it was written.</summary>
    [Filterable]
    public CommentAddressee Addressee { get; set; }

    [GraphQLIgnore]
    public required string Pointer { get; set; }

    [GraphQLIgnore]
    public string? Quote { get; set; }

    /// <summary>Where the anchor leads in other versions: see <see cref="AnchorPlace"/>.</summary>
    [GraphQLIgnore]
    public required string Place { get; set; }

    /// <summary>A digest of the text at the anchor, to tell whether another version has the same.</summary>
    [GraphQLIgnore]
    public required string Digest { get; set; }

    /// <summary>What the comment says (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>Whether the document's owner has answered it. Replies are not answered.</summary>
    [Filterable]
    public bool Answered { get; set; }

    /// <summary>When it was written.</summary>
    [Filterable, Sortable]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the owner released it to the document's readers; null if it stays in the room.</summary>
    [Filterable]
    public DateTimeOffset? ReleasedAt { get; set; }

    [GraphQLIgnore]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Those of the readers who read it whatever becomes of the document: its owner's office, and those who speak with each other here.</summary>
    [GraphQLIgnore]
    public string[] OwnReaders { get; set; } = [];

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];

    /// <summary>The passage that the comment is about; a reply has that of the comment that it replies to.</summary>
    public CommentAnchor Anchor => new(this);
}

/// <summary>The passage that a comment is about.</summary>
/// <param name="Comment">The comment.</param>
public sealed record CommentAnchor([property: GraphQLIgnore] Comment Comment)
{
    /// <summary>The version of the document that was commented on.</summary>
    public int Version => Comment.DocumentVersion;

    /// <summary>Where the passage stands in that version: a JSON pointer (RFC 6901) into the document as this API shows it.</summary>
    public string Pointer => Comment.Pointer;

    /// <summary>The words that are meant; null if the whole passage is.</summary>
    public string? Quote => Comment.Quote;
}

/// <summary>What kind of comment it is.</summary>
public enum CommentKind
{
    /// <summary>Something is not clear.</summary>
    Question,

    /// <summary>Something was noticed.</summary>
    Observation,

    /// <summary>The text could be made better.</summary>
    Suggestion,

    /// <summary>Something should be done.</summary>
    Recommendation,

    /// <summary>Something here is worth following.</summary>
    GoodPractice,
}

/// <summary>For whom a comment is written, from the narrowest to the widest.</summary>
public enum CommentAddressee
{
    /// <summary>The office that owns the document, and nobody else.</summary>
    Owner,

    /// <summary>The owner and, until the review ends, the accepted reviewers.</summary>
    Panel,

    /// <summary>As the panel; after the review also the document's readers, if the owner releases it.</summary>
    Audience,
}

/// <summary>Who wrote a comment: a row that only the author's own office reads.</summary>
public sealed class CommentAuthor : IReadable
{
    public Guid CommentId { get; set; }

    public Guid OfficeId { get; set; }

    public Guid PersonId { get; set; }

    public string[] Readers { get; set; } = [];
}

/// <summary>What the document's owner makes of a comment. A changed answer has the next version; the former one is kept.</summary>
public sealed class CommentAnswer
{
    [GraphQLIgnore]
    public Guid CommentId { get; set; }

    /// <summary>Counts the changes of the answer, from 1.</summary>
    public int Version { get; set; }

    /// <summary>Whether the owner takes the comment up.</summary>
    public bool TakenUp { get; set; }

    /// <summary>Why, or why not (Markdown).</summary>
    public required string Reason { get; set; }

    /// <summary>When this version of the answer was given.</summary>
    public DateTimeOffset AnsweredAt { get; set; }
}
