using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Search;

/// <summary>Reads what searches find, page by page.</summary>
public sealed class DocumentSearch(ReadSession session, SharedDocuments documents)
{
    /// <summary>How many documents are ranked: the newest of those that were found. The others follow, newest first.</summary>
    internal const int MaxRanked = 1_000;

    internal async Task<SearchConnection> PageAsync(
        FoundDocuments found, SearchCursor cursors, int size, Cursor? after, CancellationToken cancellation)
    {
        var start = after is { } cursor ? cursors.Read(cursor) : null;
        var page = found.Query is null ? [] : await ReadAsync(found, start, size + 1, cancellation);
        var shown = page.Take(size).ToArray();
        var wanted = shown.Select(document => (document.Kind, document.Place.Id));
        var read = found.Query?.AsOf is { } moment
            ? await documents.FindAsOfAsync(session, wanted, moment, cancellation)
            : await documents.FindAsync(session, wanted, null, cancellation);
        SearchEdge[] edges =
        [
            .. from document in shown
               where read.ContainsKey(document.Place.Id)
               select new SearchEdge(read[document.Place.Id], cursors.Of(document.Place), found.Query!),
        ];
        return new SearchConnection(found, edges, hasNextPage: page.Count > size, hasPreviousPage: after is not null);
    }

    private Task<List<FoundDocument>> ReadAsync(FoundDocuments found, SearchPlace? start, int take, CancellationToken cancellation) =>
        session.QueryAsync(
            async (db, token) =>
            {
                var page = new List<FoundDocument>(take);
                var mayFollow = true;
                if (start is not { IsRanked: false })
                {
                    var ranked = await found.Ranked(db, MaxRanked).ToListAsync(token);
                    mayFollow = ranked.Count == MaxRanked;
                    found.Total = mayFollow ? null : ranked.Count;
                    page.AddRange(ranked
                        .Where(document => start is null || document.Place.IsBehind(start))
                        .OrderBy(document => document.Place, SearchPlace.BestFirst)
                        .Take(take));
                }

                if (mayFollow && page.Count < take)
                {
                    page.AddRange(await found.Unranked(db, MaxRanked, start).Take(take - page.Count).ToListAsync(token));
                }

                return page;
            },
            cancellation);
}
