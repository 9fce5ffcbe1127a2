using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>
/// The versions under review, as they were when the reviews were opened. A review follows its version number: whatever is written, submitted or
/// published later has another version and is not part of it.
/// </summary>
public static class ReviewedDocuments
{
    /// <summary>The versions under review that the viewer may read, by review; two statements for each kind of document, and one more.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ISharedDocument>> FindReviewedAsync(
        this SharedDocuments documents, ReadSession session, IReadOnlyList<Guid> reviews, CancellationToken cancellation)
    {
        var kept = await session.QueryAsync(
            (db, token) => db.VisibleReviewedVersions().Where(version => reviews.Contains(version.ReviewId)).ToListAsync(token), cancellation);
        var found = await documents.FindRevisionsAsync(session, kept.Select(version => (version.DocumentKind, KeyOf(version))), cancellation);
        return kept.Where(version => found.ContainsKey(KeyOf(version))).ToDictionary(version => version.ReviewId, version => found[KeyOf(version)]);
    }

    /// <summary>
    /// Documents by id, one result for each: the document itself for those who may see it as it stands; for the reviewers of one of its versions, that
    /// version (the newest, if there are several).
    /// </summary>
    public static async Task<IReadOnlyList<T?>> FindWithReviewedAsync<T>(
        this SharedDocuments documents, ReadSession session, IReadOnlyList<Guid> ids, ISelection? selection, CancellationToken cancellation)
        where T : SharedDocument
    {
        var heads = await session.FindAlignedAsync<T>(ids, selection, cancellation);
        Guid[] missing = [.. ids.Where((_, i) => heads[i] is null).Distinct()];
        if (missing.Length == 0)
        {
            return heads;
        }

        var kept = await session.QueryAsync(
            (db, token) => db.VisibleReviewedVersions().Where(version => missing.Contains(version.DocumentId)).ToListAsync(token), cancellation);
        var newest = kept.GroupBy(version => version.DocumentId).Select(versions => versions.MaxBy(version => version.Version)!);
        var found = await documents.FindRevisionsAsync(session, newest.Select(version => (version.DocumentKind, KeyOf(version))), cancellation);
        var byId = found.Values.OfType<T>().ToDictionary(document => document.Id);
        return [.. ids.Select((id, i) => heads[i] ?? byId.GetValueOrDefault(id))];
    }

    /// <summary>The tokens by which reviewers read a version of a document now.</summary>
    public static Task<List<string>> FindReviewTokensAsync(
        this ReadSession session, Guid document, DateTimeOffset now, CancellationToken cancellation) =>
        session.QueryAsync(
            (db, token) =>
                (from version in db.VisibleReviewedVersions()
                 join review in db.Visible<PeerReview>() on version.ReviewId equals review.Id
                 where version.DocumentId == document && review.Status == ReviewStatus.Open
                     && (version.ExpiresAt == null || version.ExpiresAt > now)
                     && version.Readers.Contains("review:" + review.Id.ToString())
                 orderby review.Id
                 select "review:" + review.Id.ToString()).ToListAsync(token),
            cancellation);

    /// <summary>The version under review, for an act in that review; null if the viewer may not read it.</summary>
    internal static async Task<ISharedDocument?> FindReviewedAsync(
        this SharedDocuments documents, DocumentContext db, PeerReview review, CancellationToken cancellation)
    {
        if (!await db.VisibleReviewedVersions().AnyAsync(version => version.ReviewId == review.Id, cancellation))
        {
            return null;
        }

        var key = new DocumentVersion(review.DocumentId, review.DocumentVersion);
        var found = await documents.Of(review.DocumentKind).FindRevisionsAsync(db, [key], cancellation);
        return found.SingleOrDefault();
    }

    private static IQueryable<ReviewedVersion> VisibleReviewedVersions(this DocumentContext db) =>
        db.Readable<ReviewedVersion>().Where(version => DocumentContext.IsOpen(version.ExpiresAt, version.OwnerId));

    private static DocumentVersion KeyOf(ReviewedVersion version) => new(version.DocumentId, version.Version);
}
