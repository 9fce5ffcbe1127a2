namespace R2P.GraphQL.Persisted;

/// <summary>Which documents a request may name instead of sending their text, and whether any others are executed.</summary>
public sealed class PersistedOptions
{
    /// <summary>Whether clients may teach the service documents by their hash (automatic persisted queries). Default true.</summary>
    public bool AutomaticQueries { get; set; } = true;

    /// <summary>Taught documents that are kept; the one that was not asked for the longest goes first. Default 1,000.</summary>
    public int MaxAutomaticQueries { get; set; } = 1_000;

    /// <summary>Bytes of the taught documents that are kept. Default 8 MiB.</summary>
    public int MaxAutomaticQueryBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>What happens to documents that are not registered. Default <see cref="TrustedDocumentsMode.Off"/>.</summary>
    public TrustedDocumentsMode TrustedDocuments { get; set; }
}

/// <summary>What happens to a request that does not name a registered document.</summary>
public enum TrustedDocumentsMode
{
    /// <summary>It is executed.</summary>
    Off,

    /// <summary>It is executed, and the log says that it would have been refused: a step on the way to <see cref="Enforce"/>.</summary>
    LogOnly,

    /// <summary>It is refused; so are introspection and automatic persisted queries.</summary>
    Enforce,
}
