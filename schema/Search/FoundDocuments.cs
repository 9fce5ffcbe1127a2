using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Search;

/// <summary>What a search finds: the documents that the viewer may see, that have the words, and that meet the filters.</summary>
/// <param name="query">The words; null if there are none to look for, and nothing is found.</param>
/// <param name="kinds">Only these kinds.</param>
/// <param name="countries">Only what is about one of these countries; null for all.</param>
/// <param name="where">What the columns must meet; null for anything.</param>
internal sealed class FoundDocuments(
    SearchQuery? query, DocumentKind[] kinds, string[]? countries, Expression<Func<IDocumentColumns, bool>>? where)
{
    /// <summary>How many there are, once that is known.</summary>
    public int? Total { get; set; } = query is null ? 0 : null;

    public SearchQuery? Query => query;

    /// <summary>All of them, in no order.</summary>
    public IQueryable<SearchText> In(DocumentContext db)
    {
        var wanted = query!.Wanted;
        var searched = query.AsOf is { } moment ? PastSearch.AsOf(db, moment) : db.Readable<SearchText>();
        var found = searched
            .Where(text => DocumentContext.IsOpen(text.ExpiresAt, text.OwnerId) && text.Words.Matches(wanted) && kinds.Contains(text.Kind));
        found = countries is null ? found : found.Where(text => text.Countries.Any(country => countries.Contains(country)));
        return where is null ? found : found.Where(where.On<SearchText>());
    }

    /// <summary>The newest, with their ranks: ranking reads every word of a document, so that there is a limit to how many are.</summary>
    public IQueryable<FoundDocument> Ranked(DocumentContext db, int atMost)
    {
        var wanted = query!.Wanted;
        return NewestFirst(In(db))
            .Take(atMost)
            .Select(text => new
            {
                text.Kind,
                text.ShownAt,
                text.Id,
                Rank = text.Words.RankCoverDensity(wanted, NpgsqlTsRankingNormalization.DivideBy1PlusLogLength),
            })
            .OrderByDescending(text => text.Rank) // Keeps the ranks out of the query that limits.
            .Select(text => new FoundDocument(text.Kind, new SearchPlace(text.Rank, text.ShownAt, text.Id)));
    }

    /// <summary>Those that come after the ranked ones, by their age.</summary>
    public IQueryable<FoundDocument> Unranked(DocumentContext db, int ranked, SearchPlace? after)
    {
        var older = after is { IsRanked: false, ShownAt: var shownAt, Id: var id }
            ? NewestFirst(In(db).Where(text => EF.Functions.LessThan(ValueTuple.Create(text.ShownAt, text.Id), ValueTuple.Create(shownAt, id))))
            : NewestFirst(In(db)).Skip(ranked);
        return older.Select(text => new FoundDocument(text.Kind, new SearchPlace(-1, text.ShownAt, text.Id)));
    }

    private static IQueryable<SearchText> NewestFirst(IQueryable<SearchText> found) =>
        found.OrderByDescending(text => text.ShownAt).ThenByDescending(text => text.Id);
}

/// <summary>One of the documents found.</summary>
internal sealed record FoundDocument(DocumentKind Kind, SearchPlace Place);
