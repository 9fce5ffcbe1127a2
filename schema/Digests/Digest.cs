using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Changes;
using R2P.Schema.Inbox;
using R2P.Schema.SavedFilters;
using R2P.Schema.Sharing;

namespace R2P.Schema.Digests;

/// <summary>What has happened since a moment, as far as you may know of it: from the log, as it stands at the moment of the answer.</summary>
public sealed class Digest(DateTimeOffset since)
{
    /// <summary>From when on; what happened at that very moment is not part of it.</summary>
    public DateTimeOffset Since { get; } = since;
}

/// <summary>How often something has happened.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Count">How often.</param>
public sealed record DigestCount(ChangeType Type, int Count);

/// <summary>A document to which something has happened.</summary>
public sealed class DigestDocument
{
    [GraphQLIgnore]
    public required string SubjectKind { get; init; }

    [GraphQLIgnore]
    public Guid SubjectId { get; init; }

    /// <summary>How often something happened to it.</summary>
    public int Changes { get; init; }

    /// <summary>When something happened to it last.</summary>
    public DateTimeOffset LastAt { get; init; }
}

/// <summary>The digest in queries.</summary>
[QueryType]
public static class DigestQueries
{
    /// <summary>What has happened since a moment, to read in one go: counts, the documents, what needs you, what your saved filters have found.</summary>
    /// <param name="since">From when on.</param>
    public static Digest Digest(DateTimeOffset since) => new(since);
}

/// <summary>What a digest tells.</summary>
[ObjectType<Digest>]
public static class DigestFields
{
    private const int MaxDocuments = 100;

    /// <summary>
    /// When the last thing happened that it tells of; if there is none, <c>since</c>. Ask from here next time: whatever happens after this answer has a later
    /// moment.
    /// </summary>
    public static Task<DateTimeOffset> UntilAsync([Parent] Digest digest, ChangeLog log, ReadSession session, CancellationToken cancellation) =>
        session.QueryAsync(
            async (db, token) => await Of(db, log, digest).MaxAsync(change => (DateTimeOffset?)change.At, token) ?? digest.Since, cancellation);

    /// <summary>How often each thing has happened, in the order of the list of change types.</summary>
    public static Task<IReadOnlyList<DigestCount>> CountsAsync(
        [Parent] Digest digest, ChangeLog log, ReadSession session, CancellationToken cancellation) =>
        session.QueryAsync<IReadOnlyList<DigestCount>>(
            async (db, token) =>
            {
                var counts = await Of(db, log, digest)
                    .GroupBy(change => change.EventType)
                    .Select(group => new { Type = group.Key, Count = group.Count() })
                    .ToListAsync(token);
                return
                [
                    .. counts.GroupBy(count => ChangeTypes.Parse(count.Type), count => count.Count)
                        .Select(group => new DigestCount(group.Key, group.Sum()))
                        .OrderBy(count => count.Type),
                ];
            },
            cancellation);

    /// <summary>The documents to which something has happened, the latest first. Reviews and documents that were taken back are in the counts only.</summary>
    /// <param name="first">How many at most, from 1 to 100.</param>
    [ListSize(SlicingArguments = ["first"], MaxSize = MaxDocuments)]
    public static Task<IReadOnlyList<DigestDocument>> DocumentsAsync(
        [Parent] Digest digest, ChangeLog log, SharedDocuments documents, ReadSession session, CancellationToken cancellation, int first = 20)
    {
        var ofDocuments = documents.Kinds.Select(EnumText.Of).ToArray();
        ListBounds.Check(first, MaxDocuments);
        return session.QueryAsync<IReadOnlyList<DigestDocument>>(
            async (db, token) => await Of(db, log, digest)
                .Where(change => ofDocuments.Contains(change.SubjectKind) && change.EventType != ChangeTypes.Recalled)
                .GroupBy(change => new { change.SubjectKind, change.SubjectId })
                .Select(group => new DigestDocument
                {
                    SubjectKind = group.Key.SubjectKind,
                    SubjectId = group.Key.SubjectId,
                    Changes = group.Count(),
                    LastAt = group.Max(change => change.At),
                })
                .OrderByDescending(document => document.LastAt)
                .ThenBy(document => document.SubjectId)
                .Take(first)
                .ToListAsync(token),
            cancellation);
    }

    /// <summary>What needs you now.</summary>
    public static ViewerInbox Inbox([Parent] Digest _) => new();

    /// <summary>Those of your saved filters that notify, by name.</summary>
    [ListSize(AssumedSize = SavedFilterMutations.MaxFilters)]
    public static Task<List<SavedFilter>> SavedFiltersAsync([Parent] Digest _, ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        (db, token) => db.Readable<SavedFilter>()
            .Where(filter => filter.Notifies)
            .OrderBy(filter => filter.Name)
            .ThenBy(filter => filter.Id)
            .ToListAsync(token),
        cancellation);

    private static IQueryable<Change> Of(DocumentContext db, ChangeLog log, Digest digest)
    {
        var since = digest.Since;
        return log.Visible(db, ChangeFilter.Of(null, null)).Where(change => change.At > since);
    }
}

/// <summary>What an entry of a digest leads to.</summary>
[ObjectType<DigestDocument>]
public static class DigestDocumentFields
{
    /// <summary>The document as it stands now.</summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<DigestDocument> entries,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var found = await documents.FindAsync(
            session, entries.Select(entry => (EnumText.Parse<DocumentKind>(entry.SubjectKind), entry.SubjectId)), selection, cancellation);
        return [.. entries.Select(entry => found.GetValueOrDefault(entry.SubjectId))];
    }
}
