using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;

namespace R2P.Schema.Sharing;

/// <summary>A document's past.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentHistory
{
    private static readonly ChildRows<DocumentRevision> Revisions = new(
        DocumentRevision.Visible, revision => revision.DocumentId, SortKey.By((DocumentRevision revision) => revision.Version, descending: true));

    /// <summary>The versions that were replaced, newest first; only those that were shared with you.</summary>
    [UsePaging]
    public static Task<IReadOnlyDictionary<Guid, Connection<DocumentRevision>>> RevisionsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents,
        PagingArguments paging,
        QueryContext<DocumentRevision> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Revisions.PageAsync(session, documents, paging, query, selection, cancellation);

    /// <summary>The document as it was in a version; null if there is no such version that you may see.</summary>
    /// <param name="version">The version; the current one is answered as the document itself.</param>
    public static async Task<IReadOnlyList<ISharedDocument?>> RevisionAsync(
        [Parents] IReadOnlyList<ISharedDocument> documents,
        int version,
        SharedDocuments store,
        ReadSession session,
        CancellationToken cancellation)
    {
        Guid[] ids = [.. documents.Where(document => document.Version != version).Select(document => document.Id).Distinct()];
        var visible = await session.QueryAsync(
            (db, token) => DocumentRevision.Visible(db)
                .Where(revision => ids.Contains(revision.DocumentId) && revision.Version == version)
                .ToListAsync(token),
            cancellation);
        var found = await store.FindRevisionsAsync(session, visible.Select(revision => revision.Key), cancellation);
        return
        [
            .. documents.Select(document => document.Version == version
                ? document
                : found.GetValueOrDefault(new DocumentVersion(document.Id, version))),
        ];
    }
}

/// <summary>The fields of a past version that read beyond its own row.</summary>
[ObjectType<DocumentRevision>]
public static class RevisionFields
{
    /// <summary>Who replaced it; null if you are no member of the network, nobody's act did, or the version that replaced it was not shared with you.</summary>
    public static Task<IReadOnlyList<Person?>> ReplacedByAsync(
        [ParentKey(nameof(DocumentRevision.ReplacedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    /// <summary>The document as it was.</summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<DocumentRevision> revisions,
        SharedDocuments store,
        ReadSession session,
        CancellationToken cancellation)
    {
        var found = await store.FindRevisionsAsync(
            session,
            revisions.Select(revision => revision.Key),
            cancellation);
        return [.. revisions.Select(revision => found.GetValueOrDefault(revision.Key.Version))];
    }
}
