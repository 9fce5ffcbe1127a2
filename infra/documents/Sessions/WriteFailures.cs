namespace R2P.Documents;

/// <summary>Somebody else changed the document since the caller saw it.</summary>
/// <param name="documentId">The document.</param>
/// <param name="currentVersion">Its version now; null when it is gone or the viewer may no longer see it.</param>
public sealed class StaleVersionException(Guid documentId, int? currentVersion)
    : Exception($"Document {documentId} was changed meanwhile; its version is {currentVersion?.ToString() ?? "unknown"} now.")
{
    /// <summary>The document.</summary>
    public Guid DocumentId { get; } = documentId;

    /// <summary>Its version now; null when it is gone or the viewer may no longer see it.</summary>
    public int? CurrentVersion { get; } = currentVersion;
}

/// <summary>Somebody else wrote the same row at the same time, and was first: of two that could not both be, this one was not kept.</summary>
public sealed class ConcurrentWriteException(Exception cause) : Exception("Somebody else wrote the same at the same time.", cause);

/// <summary>The viewer may read the document but not change it.</summary>
public sealed class WriteRefusedException(Guid documentId)
    : Exception($"Document {documentId} may be read, but not changed, by this viewer.")
{
    /// <summary>The document.</summary>
    public Guid DocumentId { get; } = documentId;
}

/// <summary>A retry came with another input, or for another act, than the first call with its id.</summary>
public sealed class OnceMismatchException(string clientMutationId)
    : Exception($"clientMutationId \"{clientMutationId}\" was used before, with another input.")
{
    /// <summary>The id that was used twice.</summary>
    public string ClientMutationId { get; } = clientMutationId;
}
