namespace R2P.Documents.Embedded;

/// <summary>Where the private server keeps its data, and which PostgreSQL it runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>A directory of the server's own: made when missing, refused when it holds anything else.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The <c>bin</c> directory of a PostgreSQL 15 or later; when null, the machine is searched.</summary>
    public string? BinariesDirectory { get; init; }
}

/// <summary>The private server can't start. The message says why, and what to do about it.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
