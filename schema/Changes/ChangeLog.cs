using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>
/// The changes that a viewer may hear of. Being among an event's readers is not enough: what has happened to a document is told only to those
/// who may see the document now, so that a document that was taken back, narrowed or has expired leaves no trace but its tombstone.
/// </summary>
public sealed class ChangeLog(IEnumerable<IKindStore> stores, IEnumerable<IChangeSubject> others)
{
    /// <summary>The changes as one query.</summary>
    public IQueryable<Change> Visible(DocumentContext db, ChangeFilter filter) => Entries(db, filter).Select(Change.OfEvent);

    /// <summary>The change at a place in the log; null if there is none of which the viewer may hear, or that is wanted.</summary>
    public async Task<Change?> FindAsync(DocumentContext db, ChangeFilter filter, long position, CancellationToken cancellation)
    {
        var entries = await db.ReadAsync(
            Entries(db, filter).Where(entry => entry.Position == position), RowColumns.All, byKey: true, cancellation);
        return entries is [var entry] ? Change.Of(entry) : null;
    }

    private IQueryable<StoredEvent> Entries(DocumentContext db, ChangeFilter filter)
    {
        var wanted = stores.Where(store => filter.Kinds?.Contains(store.Kind) ?? true).ToArray();
        var kinds = wanted.Select(store => EnumText.Of(store.Kind)).ToArray();
        var includesReviews = filter.IncludesReviews;
        var beside = includesReviews ? others.Select(subject => subject.VisibleIds(db)) : [];
        var documents = wanted.Select(store => store.VisibleIds(db, filter.Where)).Concat(beside).Aggregate(Queryable.Concat);
        var ofAnyKind = filter.Kinds is null;
        return db.Readable<StoredEvent>()
            .Where(entry =>
                documents.Any(id => id == entry.DocumentId)
                || ((entry.Type == ChangeTypes.Recalled || entry.Type == ChangeTypes.Erased) && (ofAnyKind || kinds.Contains(entry.DocumentKind)))
                || (includesReviews && entry.DocumentKind == ReviewEvent.SubjectKind && entry.Data != ErasedData));
    }

    /// <summary>What erasing leaves of an event's content.</summary>
    private const string ErasedData = "{}";
}
