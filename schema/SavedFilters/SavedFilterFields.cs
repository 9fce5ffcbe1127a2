using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Changes;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.SavedFilters;

/// <summary>Saved filters in queries.</summary>
[QueryType]
public static class SavedFilterQueries
{
    /// <summary>The filters that you have saved, by name; none without an appointment.</summary>
    [ListSize(AssumedSize = SavedFilterMutations.MaxFilters)]
    public static Task<List<SavedFilter>> SavedFiltersAsync(ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        (db, token) => db.Readable<SavedFilter>().OrderBy(filter => filter.Name).ThenBy(filter => filter.Id).ToListAsync(token), cancellation);
}

/// <summary>What a saved filter finds.</summary>
[ObjectType<SavedFilter>]
public static class SavedFilterFields
{
    private const int MaxChanges = 100;

    /// <summary>Saved filters by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<SavedFilter?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<SavedFilter>(ids, selection, cancellation);

    /// <summary>How many changes it finds that you have not seen.</summary>
    public static async Task<IReadOnlyList<int>> UnseenAsync(
        [Parents] IReadOnlyList<SavedFilter> filters, SharedDocuments documents, ReadSession session, CancellationToken cancellation)
    {
        var (ids, kinds) = (filters.Select(filter => filter.Id).Distinct().ToArray(), documents.Kinds.Select(EnumText.Of).ToArray());
        var (recalled, erased, review, call) = (ChangeTypes.Recalled, ChangeTypes.Erased, ReviewEvent.SubjectKind, ReviewCallChanges.SubjectKind);

        // What ChangeLog says of one filter, for all of them at once, by the columns that a search is narrowed by.
        var counts = await session.QueryAsync(
            (db, token) => db.Database
                .SqlQuery<UnseenCount>(
                    $$"""
                    select f.id as "Id", count(*)::int as "Count"
                    from r2p.saved_filter f
                    cross join lateral (
                        select cardinality(f.status_names) + cardinality(f.tags) + cardinality(f.languages) > 0 or f.title_contains is not null) n (narrows)
                    join r2p.event e on e.position > f.seen_position and e.readers && r2p.tokens()
                    left join r2p.search_text d on d.id = e.document_id and r2p.may_read(d.readers, d.expires_at, d.owner_id)
                    where f.id = any({{ids}})
                        and case
                            when e.type in ({{recalled}}, {{erased}}) then
                                e.document_kind = any({{kinds}}) and (cardinality(f.kind_names) = 0 or e.document_kind = any(f.kind_names))
                            when d.id is not null then
                                (cardinality(f.kind_names) = 0 or d.kind = any(f.kind_names))
                                and (cardinality(f.status_names) = 0 or d.status = any(f.status_names))
                                and (cardinality(f.tags) = 0 or d.tags && f.tags)
                                and (cardinality(f.languages) = 0 or d.language = any(f.languages))
                                and (f.title_contains is null or strpos(d.title, f.title_contains) > 0)
                            else not n.narrows and cardinality(f.kind_names) = 0 and (
                                e.document_kind = {{review}} and e.data <> '{}'
                                or e.document_kind = {{call}} and (
                                    exists (select from r2p.review_call c where c.id = e.document_id)
                                    or exists (select from r2p.review_offer o where o.call_id = e.document_id)))
                            end
                    group by f.id
                    """)
                .ToListAsync(token),
            cancellation);
        return [.. filters.Select(filter => counts.Find(count => count.Id == filter.Id)?.Count ?? 0)];
    }

    /// <summary>The changes that it finds and that you have not seen, newest first.</summary>
    /// <param name="first">How many at most, from 1 to 100.</param>
    [ListSize(SlicingArguments = ["first"], MaxSize = MaxChanges)]
    public static async Task<IReadOnlyList<Change>> UnseenChangesAsync(
        [Parent] SavedFilter filter, ChangeLog log, ReadSession session, CancellationToken cancellation, int first = 20)
    {
        ListBounds.Check(first, MaxChanges);
        return await session.QueryAsync(
            (db, token) => Unseen(db, log, filter).OrderByDescending(change => change.Position).Take(first).ToListAsync(token), cancellation);
    }

    private sealed record UnseenCount(Guid Id, int Count);

    private static IQueryable<Change> Unseen(DocumentContext db, ChangeLog log, SavedFilter filter)
    {
        var seen = filter.SeenPosition;
        return log.Visible(db, filter.ToChangeFilter()).Where(change => change.Position > seen);
    }
}

/// <summary>Saved filters live.</summary>
[SubscriptionType]
public static class SavedFilterSubscriptions
{
    /// <summary>What one of your saved filters finds from now on, as the filter stands when you subscribe.</summary>
    /// <param name="id">The filter's global id.</param>
    /// <param name="after">Begins behind the change with this cursor instead of now.</param>
    [Authorize]
    public static async Task<IAsyncEnumerable<SourceEvent<Change>>> SavedFilterMatchedAsync(
        NodeId id,
        Cursor? after,
        ChangeFeed feed,
        DocumentStore store,
        ViewerDirectory viewers,
        SharedOperation operation,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var viewer = await viewers.FindAsync(user, cancellation);
        await using var session = store.OpenRead(viewer.Access);
        var filter = id.TypeName != nameof(SavedFilter) ? null : await session.QueryAsync(
            (db, token) => db.Readable<SavedFilter>().SingleOrDefaultAsync(saved => saved.Id == id.Id, token), cancellation);
        return filter is null
            ? throw new GraphQLException("Argument \"id\" is not the id of a filter that you have saved.", ErrorCodes.BadUserInput)
            : await feed.OpenAsync(after, filter.ToChangeFilter(), operation, user, cancellation);
    }
}
