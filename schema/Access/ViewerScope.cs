using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>The viewer of one operation; set before anything of it runs.</summary>
public sealed class ViewerScope
{
    private readonly ReadGathering _gathering = new();

    /// <summary>Who is asking in this scope.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;

    /// <summary>The snapshot that this scope reads in with others; null for one of its own.</summary>
    public SharedSnapshot? Snapshot { get; set; }

    /// <summary>The round that this scope reads in with others; null if it reads alone.</summary>
    public ReadRound? Round { get; set; }

    /// <summary>The session in which the viewer reads; null as long as nothing was read.</summary>
    public ReadSession? Session { get; private set; }

    /// <summary>When statements wait for one another.</summary>
    internal ReadGathering Gathering => Round?.Gathering ?? _gathering;

    /// <summary>Makes the session, for whatever reads first.</summary>
    internal ReadSession Open(DocumentStore store) => Session = Round?.OpenRead(Viewer.Access) ?? store.OpenRead(Viewer.Access, Snapshot, Gathering);
}
