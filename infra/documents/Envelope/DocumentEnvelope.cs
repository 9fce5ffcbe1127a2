namespace R2P.Documents;

/// <summary>
/// What every kind of document has in columns of its own, because it is filtered, sorted, joined or secured. A kind adds
/// columns and one body that is mapped to <c>jsonb</c>.
/// </summary>
public abstract class DocumentEnvelope : IReadable
{
    /// <summary>A UUIDv7, given by whoever creates the document.</summary>
    public virtual Guid Id { get; set; }

    /// <summary>The office that the document belongs to. Only its holders may write, unless a kind's policy says otherwise.</summary>
    public virtual Guid OwnerId { get; set; }

    /// <summary>
    /// The tokens that open the document. Keep <c>office:</c> of the owner among them: a change that hides the document
    /// from whoever makes it is refused by the database.
    /// </summary>
    public virtual string[] Readers { get; set; } = [];

    /// <summary>One at creation, one more with every change. The optimistic lock.</summary>
    public virtual int Version { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    public virtual required string Language { get; set; }

    /// <summary>Set by the session that adds the document.</summary>
    public virtual DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set by the session that adds or changes the document.</summary>
    public virtual DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was shared first; null for a draft.</summary>
    public virtual DateTimeOffset? PublishedAt { get; set; }

    /// <summary>From then on only the owner's office may read it.</summary>
    public virtual DateTimeOffset? ExpiresAt { get; set; }
}
