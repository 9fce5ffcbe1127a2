using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Comparisons;

/// <summary>What was changed in a document.</summary>
[InterfaceType<ISharedDocument>]
public static class ComparisonFields
{
    /// <summary>
    /// What differs between two versions of the document; null if one of them is not there for you. Versions that were never shared with you are not.
    /// </summary>
    /// <param name="from">The version to compare.</param>
    /// <param name="to">The version to compare it with; the document as it stands here if not given.</param>
    public static async Task<IReadOnlyList<Comparison?>> DiffAsync(
        [Parents] IReadOnlyList<ISharedDocument> documents,
        int from,
        int? to,
        SharedDocuments store,
        ReadSession session,
        CancellationToken cancellation)
    {
        var found = await FindAsync(documents, [from, .. to is { } version ? [version] : Array.Empty<int>()], store, session, cancellation);
        return
        [
            .. documents.Select(document =>
                Find(found, document, from) is { } before && Find(found, document, to ?? document.Version) is { } after
                    ? Comparison.Of(before, after)
                    : null),
        ];
    }

    private static ISharedDocument? Find(
        IReadOnlyDictionary<DocumentVersion, ISharedDocument> found, ISharedDocument document, int version) =>
        document.Version == version ? document : found.GetValueOrDefault(new DocumentVersion(document.Id, version));

    /// <summary>Of the documents the versions that the viewer may see: the kept ones, and the current one where the field stands at a past one.</summary>
    private static async Task<IReadOnlyDictionary<DocumentVersion, ISharedDocument>> FindAsync(
        IReadOnlyList<ISharedDocument> documents, int[] versions, SharedDocuments store, ReadSession session, CancellationToken cancellation)
    {
        Guid[] ids = [.. documents.Select(document => document.Id).Distinct()];
        var kept = await session.QueryAsync(
            (db, token) => DocumentRevision.Visible(db)
                .Where(revision => ids.Contains(revision.DocumentId) && versions.Contains(revision.Version))
                .ToListAsync(token),
            cancellation);
        var found = new Dictionary<DocumentVersion, ISharedDocument>(
            await store.FindRevisionsAsync(session, kept.Select(revision => revision.Key), cancellation));
        var current = await store.FindAsync(
            session, documents.Where(document => document.IsPast).Select(document => (document.Kind, document.Id)), null, cancellation);
        foreach (var document in current.Values)
        {
            found[new DocumentVersion(document.Id, document.Version)] = document;
        }

        return found;
    }
}
