using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>Finds documents of any kind, a fixed number of statements for any number of documents.</summary>
public sealed class SharedDocuments(IEnumerable<IKindStore> stores)
{
    /// <summary>How far successors are followed.</summary>
    private const int MostSuccessors = 20;

    private readonly Dictionary<DocumentKind, IKindStore> _stores = stores.ToDictionary(store => store.Kind);

    /// <summary>The kinds that there are.</summary>
    public IReadOnlyCollection<DocumentKind> Kinds => _stores.Keys;

    public IKindStore Of(DocumentKind kind) => _stores[kind];

    /// <summary>The store of a GraphQL type, or null if no kind of document has that name.</summary>
    public IKindStore? OfType(string typeName) =>
        _stores.Values.FirstOrDefault(store => store.Kind.ToString() == typeName);

    /// <summary>
    /// A document of any kind to change, in the version that the caller saw. Nobody else acts on it until this act is done: what is shown of a document
    /// is not shown past its being taken back.
    /// </summary>
    /// <exception cref="ActRefusedException">NOT_FOUND, or CONFLICT with the current version.</exception>
    public async Task<(IKindStore Store, SharedDocument Document)> LoadAsync(Act act, NodeId id, int version)
    {
        await act.LockAsync(id.Id);
        if (OfType(id.TypeName) is not { } store || await store.LoadAsync(act.Context, id.Id, act.Cancellation) is not { } document)
        {
            throw Refuse.NotFound("document", "input", "id");
        }

        return document.Version == version ? (store, document) : throw Refuse.Stale(document.Version);
    }

    /// <summary>The visible documents among those named, by id.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="wanted">The documents.</param>
    /// <param name="selection">What was selected of them, and so is read; null to read them whole.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindAsync(
        ReadSession session, IEnumerable<(DocumentKind Kind, Guid Id)> wanted, ISelection? selection, CancellationToken cancellation) =>
        FindAsync(session, wanted, (store, db, ids, token) => store.FindAsync(db, ids, selection, token), cancellation);

    /// <summary>The same, as they stood at a moment: of each the version of then, if the viewer may see that version now.</summary>
    public Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindAsOfAsync(
        ReadSession session, IEnumerable<(DocumentKind Kind, Guid Id)> wanted, DateTimeOffset moment, CancellationToken cancellation) =>
        FindAsync(session, wanted, (store, db, ids, token) => store.FindAsOfAsync(db, ids, moment, token), cancellation);

    private async Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindAsync(
        ReadSession session,
        IEnumerable<(DocumentKind Kind, Guid Id)> wanted,
        Func<IKindStore, DocumentContext, Guid[], CancellationToken, Task<IReadOnlyList<ISharedDocument>>> find,
        CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, ISharedDocument>();
        foreach (var group in wanted.Distinct().GroupBy(document => document.Kind, document => document.Id))
        {
            Guid[] ids = [.. group];
            var documents = await session.QueryAsync((db, token) => find(_stores[group.Key], db, ids, token), cancellation);
            foreach (var document in documents)
            {
                found[document.Id] = document;
            }
        }

        return found;
    }

    /// <summary>The newest visible successor of each of the documents, by the id of the one that was named; only those that have one.</summary>
    public async Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindNewestSuccessorsAsync(
        ReadSession session, IEnumerable<(DocumentKind Kind, Guid Id)> wanted, CancellationToken cancellation)
    {
        var newest = new Dictionary<Guid, ISharedDocument>();
        foreach (var group in wanted.Distinct().GroupBy(document => document.Kind, document => document.Id))
        {
            var under = group.ToDictionary(id => id, id => id);
            for (var step = 0; step < MostSuccessors && under.Count > 0; step++)
            {
                Guid[] ids = [.. under.Values.Distinct()];
                var found = await session.QueryAsync((db, token) => _stores[group.Key].FindSuccessorsAsync(db, ids, token), cancellation);
                foreach (var (named, last) in under.ToArray())
                {
                    under.Remove(named);
                    if (found.TryGetValue(last, out var successor))
                    {
                        newest[named] = successor;
                        under[named] = successor.Id;
                    }
                }
            }
        }

        return newest;
    }

    /// <summary>
    /// The past versions among those named. Ask for those that the viewer may see: the row that keeps a version decides that, by readers of its own.
    /// </summary>
    public async Task<IReadOnlyDictionary<DocumentVersion, ISharedDocument>> FindRevisionsAsync(
        ReadSession session, IEnumerable<(DocumentKind Kind, DocumentVersion Version)> wanted, CancellationToken cancellation)
    {
        var found = new Dictionary<DocumentVersion, ISharedDocument>();
        foreach (var group in wanted.Distinct().GroupBy(document => document.Kind, document => document.Version))
        {
            DocumentVersion[] versions = [.. group];
            var documents = await session.QueryAsync(
                (db, token) => _stores[group.Key].FindRevisionsAsync(db, versions, token), cancellation);
            foreach (var document in documents)
            {
                found[new DocumentVersion(document.Id, document.Version)] = document;
            }
        }

        return found;
    }
}
