namespace R2P.Schema.Sharing;

/// <summary>The kinds of documents that the network shares.</summary>
public enum DocumentKind
{
    /// <summary>An assessment of risk and resilience.</summary>
    Assessment,

    /// <summary>An entry of the compendium of practice.</summary>
    Practice,

    /// <summary>A lessons-learned review.</summary>
    Lesson,
}

/// <summary>Where a document stands in its life; which states a kind knows is said at the kind.</summary>
public enum DocumentStatus
{
    /// <summary>Being written in the owner's office.</summary>
    Draft,

    /// <summary>A practice was put forward.</summary>
    Proposed,

    /// <summary>A proposed practice was edited for the compendium.</summary>
    Edited,

    /// <summary>An assessment is before those who sign it off.</summary>
    InReview,

    /// <summary>Signed off, ready to be published.</summary>
    Approved,

    /// <summary>Shared with its audience.</summary>
    Published,

    /// <summary>A published practice that nobody reconfirmed within a year.</summary>
    Unconfirmed,

    /// <summary>A newer document took its place; it stays readable for its audience.</summary>
    Superseded,

    /// <summary>Taken back by its owner; only the owner's office reads it.</summary>
    Withdrawn,
}
