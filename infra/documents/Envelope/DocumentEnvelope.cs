namespace R2P.Documents;

/// <summary>
/// What every kind of document has in columns of its own, because it is filtered, sorted, joined or secured. A kind adds
/// columns and one body that is mapped to <c>jsonb</c>.
/// </summary>
public abstract class DocumentEnvelope
{
    /// <summary>A UUIDv7, given by whoever creates the document.</summary>
    public Guid Id { get; set; }

    /// <summary>The office that the document belongs to. Only its holders may write, unless a kind's policy says otherwise.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>
    /// The tokens that open the document. Keep <c>office:</c> of the owner among them: a change that hides the document
    /// from whoever makes it is refused by the database.
    /// </summary>
    public string[] Readers { get; set; } = [];

    /// <summary>One at creation, one more with every change. The optimistic lock.</summary>
    public int Version { get; set; }

    /// <summary>Where the document stands in its life.</summary>
    public required string Status { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    public required string Language { get; set; }

    /// <summary>Set by the session that adds the document.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set by the session that adds or changes the document.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was shared first; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>From then on only the owner's office may read it.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}
