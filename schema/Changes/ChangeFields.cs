using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>What a change leads to.</summary>
[ObjectType<Change>]
public static class ChangeFields
{
    /// <summary>Where this change stands: give it as <c>after</c> to hear of what came later. Encrypted, and different each time.</summary>
    [CallerIndependent]
    public static Cursor GetCursor([Parent] Change change, EventCursor cursors) => new(cursors.Protect(change.Position));

    /// <summary>The document as it stands now; null if it is not yours to read any more, or if only its review is.</summary>
    [CallerIndependent]
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<Change> changes,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var told = changes.Where(change => change is { IsTombstone: false, Kind: not null, Ahead: null }).ToArray();
        var found = await documents.FindAsync(session, told.Select(change => (change.Kind!.Value, change.DocumentKey)), selection, cancellation);
        return [.. changes.Select(change => change.IsTombstone ? null : change.Ahead?.Document ?? found.GetValueOrDefault(change.DocumentKey))];
    }

    /// <summary>The office that acted; null where that is sealed, or nobody's office did.</summary>
    [CallerIndependent]
    public static async Task<IReadOnlyList<Office?>> ByAsync(
        [Parents] IReadOnlyList<Change> changes, ReadSession session, ISelection selection, CancellationToken cancellation)
    {
        var found = await session.FindRowsAsync<Office>([.. changes.Select(change => change.Ahead is null ? change.ByOfficeId : null)], selection, cancellation);
        return [.. changes.Select((change, i) => change.ByOfficeId is null ? null : change.Ahead?.By ?? found[i])];
    }
}

/// <summary>What has happened to a document.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentEvents
{
    private static readonly ChildRows<Change> Events = new(
        db => db.Readable<StoredEvent>().Where(entry => entry.DocumentId != null).Select(Change.OfEvent),
        change => change.SubjectId,
        SortKey.By((Change change) => change.At, descending: true));

    /// <summary>What has happened to the document, as far as you may know of it; newest first.</summary>
    [UsePaging]
    public static Task<IReadOnlyDictionary<Guid, Connection<Change>>> EventsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents,
        PagingArguments paging,
        QueryContext<Change> query,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        Events.PageAsync(session, documents, paging, query, selection, cancellation);
}
