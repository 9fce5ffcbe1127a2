using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>How readers have to handle a document that was shared with them. A document with a rule counts as restricted.</summary>
public sealed class Handling
{
    /// <summary>What the document was shared for.</summary>
    public string? Purpose { get; set; }

    /// <summary>Whether readers may pass it on.</summary>
    public bool OnwardSharing { get; set; }

    /// <summary>From then on nobody but the owner's office reads it; null if it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>How readers have to handle the document.</summary>
/// <param name="Purpose">What the document is shared for; at most 500 characters.</param>
/// <param name="OnwardSharing">Whether readers may pass it on.</param>
/// <param name="ExpiresAt">From then on nobody but the owner's office reads it; must lie in the future.</param>
public sealed record HandlingInput(string? Purpose = null, bool OnwardSharing = false, DateTimeOffset? ExpiresAt = null);

/// <summary>A document's texts in another language: title, summary, and others as far as somebody translated them.</summary>
public sealed class Translation
{
    /// <summary>The language of the translation (BCP 47).</summary>
    public required string Language { get; set; }

    /// <summary>Who stands behind the translation.</summary>
    public TranslationKind Kind { get; set; }

    /// <summary>The title in that language.</summary>
    public required string Title { get; set; }

    /// <summary>The summary in that language.</summary>
    public string? Summary { get; set; }

    /// <summary>Other texts of the document in that language.</summary>
    public List<TranslatedText> Texts { get; set; } = [];

    /// <summary>Whether the original changed after the translation was made.</summary>
    public bool Stale { get; set; }
}

/// <summary>A text of a document in another language.</summary>
public sealed class TranslatedText
{
    /// <summary>Where the original stands: a JSON pointer into the document.</summary>
    public required string At { get; set; }

    /// <summary>The text in that language (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>What tells the text that was translated from another that takes its place.</summary>
    [GraphQLIgnore]
    public required string Original { get; set; }
}

/// <summary>Who stands behind a translation.</summary>
public enum TranslationKind
{
    /// <summary>Made or approved by the owner.</summary>
    Official,

    /// <summary>Made by a person, without approval.</summary>
    Unofficial,

    /// <summary>Made by a machine.</summary>
    Machine,
}
