using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>The viewer of one operation; set before anything of it runs.</summary>
public sealed class ViewerScope
{
    /// <summary>Who is asking in this scope.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;

    /// <summary>The snapshot that this scope reads in with others; null for one of its own.</summary>
    public SharedSnapshot? Snapshot { get; set; }

    /// <summary>The session in which the viewer reads; null as long as nothing was read.</summary>
    public ReadSession? Session { get; private set; }

    /// <summary>Makes the session, for whatever reads first.</summary>
    internal ReadSession Open(DocumentStore store, ReadGathering gathering) => Session = store.OpenRead(Viewer.Access, Snapshot, gathering);
}
