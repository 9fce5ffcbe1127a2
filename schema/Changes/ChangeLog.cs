using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>
/// The changes that a viewer may hear of. Being among an event's readers is not enough: what has happened to a document is told only to those
/// who may see the document now, so that a document that was taken back, narrowed or has expired leaves no trace but its tombstone.
/// </summary>
public sealed class ChangeLog(IEnumerable<IKindStore> stores, IEnumerable<IChangeSubject> others)
{
    /// <summary>What erasing leaves of an event's content.</summary>
    private const string ErasedData = "{}";

    private readonly Dictionary<string, IKindStore> _stores = stores.ToDictionary(store => EnumText.Of(store.Kind), StringComparer.Ordinal);

    /// <summary>The changes as one query.</summary>
    public IQueryable<Change> Visible(DocumentContext db, ChangeFilter filter)
    {
        var wanted = _stores.Values.Where(store => filter.Kinds?.Contains(store.Kind) ?? true).Select(store => store.VisibleIds(db, filter.Where));
        var told = Told(db, wanted.Concat(Beside(db, filter)).Aggregate(Queryable.Concat), filter.IncludesReviews);
        return (filter.Kinds is null ? told : OfKinds(told, [.. filter.Kinds.Select(EnumText.Of)])).Select(Change.OfEvent);
    }

    /// <summary>The change that an event tells; null if the viewer may not hear of it, or if its document does not meet the filter.</summary>
    /// <param name="db">The session's documents.</param>
    /// <param name="filter">What is wanted; the event is one that it <see cref="ChangeFilter.Concerns"/>.</param>
    /// <param name="header">The event.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Change?> FindAsync(DocumentContext db, ChangeFilter filter, EventHeader header, CancellationToken cancellation)
    {
        var (position, document) = (header.Position, header.DocumentId!.Value);
        IQueryable<StoredEvent> Query() => At(OfOne(db, filter, header.DocumentKind!, document), position);
        var entries = filter.Where is null
            ? await db.ReadStandingAsync(
                (nameof(ChangeLog), header.DocumentKind, filter.IncludesReviews),
                Query,
                [position, document, ChangeTypes.Recalled, ChangeTypes.Erased],
                RowColumns.All,
                byKey: true,
                cancellation)
            : await db.ReadAheadAsync(Query(), RowColumns.All, byKey: true, cancellation);
        return entries is [var entry] ? Change.Of(entry) : null;
    }

    /// <summary>
    /// What is told of one document: there is no need to look for it among those of other kinds, nor for each event, which PostgreSQL might do by reading all
    /// documents first.
    /// </summary>
    private IQueryable<StoredEvent> OfOne(DocumentContext db, ChangeFilter filter, string kind, Guid document)
    {
        IQueryable<Guid>[] subjects = _stores.TryGetValue(kind, out var store) ? [store.VisibleIds(db, filter.Where)] : [.. Beside(db, filter)];
        return subjects is [] ? Gone(db) : ToldOf(db, document, subjects.Aggregate(Queryable.Concat), filter.IncludesReviews);
    }

    private IEnumerable<IQueryable<Guid>> Beside(DocumentContext db, ChangeFilter filter) =>
        filter.IncludesReviews ? others.Select(subject => subject.VisibleIds(db)) : [];

    private static IQueryable<StoredEvent> Told(DocumentContext db, IQueryable<Guid> subjects, bool includesReviews) => includesReviews
        ? db.Readable<StoredEvent>().Where(entry =>
            subjects.Any(id => id == entry.DocumentId)
            || entry.Type == ChangeTypes.Recalled || entry.Type == ChangeTypes.Erased
            || (entry.DocumentKind == ReviewEvent.SubjectKind && entry.Data != ErasedData))
        : db.Readable<StoredEvent>().Where(entry =>
            subjects.Any(id => id == entry.DocumentId) || entry.Type == ChangeTypes.Recalled || entry.Type == ChangeTypes.Erased);

    private static IQueryable<StoredEvent> ToldOf(DocumentContext db, Guid document, IQueryable<Guid> subjects, bool includesReviews) => includesReviews
        ? db.Readable<StoredEvent>().Where(entry =>
            subjects.Any(id => id == document)
            || entry.Type == ChangeTypes.Recalled || entry.Type == ChangeTypes.Erased
            || (entry.DocumentKind == ReviewEvent.SubjectKind && entry.Data != ErasedData))
        : db.Readable<StoredEvent>().Where(entry =>
            subjects.Any(id => id == document) || entry.Type == ChangeTypes.Recalled || entry.Type == ChangeTypes.Erased);

    private static IQueryable<StoredEvent> Gone(DocumentContext db) =>
        db.Readable<StoredEvent>().Where(entry => entry.Type == ChangeTypes.Recalled || entry.Type == ChangeTypes.Erased);

    private static IQueryable<StoredEvent> OfKinds(IQueryable<StoredEvent> told, string[] kinds) => told.Where(entry => kinds.Contains(entry.DocumentKind));

    private static IQueryable<StoredEvent> At(IQueryable<StoredEvent> told, long position) => told.Where(entry => entry.Position == position);
}
