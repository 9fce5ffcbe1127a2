using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Search;

/// <summary>What is counted of a search only where it is asked for.</summary>
[ObjectType<SearchConnection>]
public static class SearchConnectionFields
{
    /// <summary>How many documents were found, whatever the page.</summary>
    public static async Task<int> GetTotalCountAsync([Parent] SearchConnection connection, ReadSession session, CancellationToken cancellation) =>
        connection.Found.Total ??= await session.QueryAsync((db, token) => connection.Found.In(db).CountAsync(token), cancellation);
}

/// <summary>Where the words of a search stand.</summary>
[ObjectType<SearchEdge>]
public static class SearchEdgeFields
{
    /// <summary>Where the words stand in the document: five texts at most, the title first. Empty if only what must not be there was given.</summary>
    [ListSize(AssumedSize = Passages.MaxOfDocument)]
    public static async Task<IReadOnlyList<IReadOnlyList<Highlight>>> HighlightsAsync(
        [Parents] IReadOnlyList<SearchEdge> edges, ReadSession session, CancellationToken cancellation)
    {
        var found = new Dictionary<SearchQuery, ILookup<Guid, Highlight>>(ReferenceEqualityComparer.Instance);
        foreach (var search in edges.GroupBy(edge => edge.Query, ReferenceEqualityComparer.Instance))
        {
            var query = (SearchQuery)search.Key!;
            found[query] = await Passages.ReadAsync(session, query, search.Select(edge => edge.Node), cancellation);
        }

        return [.. edges.Select(edge => found[edge.Query][edge.Node.Id].Take(Passages.MaxOfDocument).ToArray())];
    }
}

/// <summary>The lists of facets, each counted only where it is selected.</summary>
[ObjectType<SearchFacets>]
public static class SearchFacetFields
{
    /// <summary>By kind.</summary>
    [ListSize(AssumedSize = 15)]
    public static async Task<IReadOnlyList<KindFacet>> GetKindsAsync([Parent] SearchFacets facets, ReadSession session, CancellationToken cancellation)
    {
        var counted = await CountAsync(
            facets, session, found => found.GroupBy(text => text.Kind).Select(kind => new KindFacet(kind.Key, kind.Count())), cancellation);
        return [.. counted.OrderBy(kind => kind.Kind)];
    }

    /// <summary>By tag, the most frequent first.</summary>
    [ListSize(AssumedSize = 50)]
    public static async Task<IReadOnlyList<CodeFacet>> GetTagsAsync(
        [Parent] SearchFacets facets, Catalogue.Catalogue catalogue, ReadSession session, CancellationToken cancellation)
    {
        var counted = await CountAsync(
            facets,
            session,
            found => found.SelectMany(text => text.Tags).GroupBy(tag => tag).Select(tag => new { tag.Key, Count = tag.Count() }),
            cancellation);
        return
        [
            .. counted.OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => new CodeFacet(tag.Key, catalogue.FindCode(tag.Key)?.Name ?? tag.Key, tag.Count)),
        ];
    }

    /// <summary>By the country that they are about, in the order of the names.</summary>
    [ListSize(AssumedSize = 50)]
    public static async Task<IReadOnlyList<CodeFacet>> GetCountriesAsync(
        [Parent] SearchFacets facets, Catalogue.Catalogue catalogue, ReadSession session, CancellationToken cancellation) =>
    [
        .. from country in (await CountriesAsync(facets, session, cancellation)).SelectMany(one => one.Countries, (one, code) => (code, one.Count))
           group country.Count by country.code into counts
           let name = catalogue.FindCountry(counts.Key)?.CommonName ?? counts.Key
           orderby name
           select new CodeFacet(counts.Key, name, counts.Sum()),
    ];

    /// <summary>By the region of UN M49 that a country of theirs lies in, of every level, in the order of the names.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<CodeFacet>> GetRegionsAsync(
        [Parent] SearchFacets facets, Catalogue.Catalogue catalogue, ReadSession session, CancellationToken cancellation) =>
        SearchPlaces.ByRegion(catalogue, await CountriesAsync(facets, session, cancellation));

    /// <summary>By the regional organization that a country of theirs belongs to, in the order of the names.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<CodeFacet>> GetOrganizationsAsync(
        [Parent] SearchFacets facets, Catalogue.Catalogue catalogue, ReadSession session, CancellationToken cancellation) =>
        SearchPlaces.ByOrganization(catalogue, await CountriesAsync(facets, session, cancellation));

    /// <summary>By the year of their publication, the latest first; what is not published is in none.</summary>
    [ListSize(AssumedSize = 15)]
    public static async Task<IReadOnlyList<YearFacet>> GetYearsAsync([Parent] SearchFacets facets, ReadSession session, CancellationToken cancellation)
    {
        var counted = await CountAsync(
            facets,
            session,
            found => found.Where(text => text.PublishedAt != null)
                .GroupBy(text => text.PublishedAt!.Value.Year)
                .Select(year => new YearFacet(year.Key, year.Count())),
            cancellation);
        return [.. counted.OrderByDescending(year => year.Year)];
    }

    /// <summary>By the language of their original text.</summary>
    [ListSize(AssumedSize = 10)]
    public static async Task<IReadOnlyList<LanguageFacet>> GetLanguagesAsync(
        [Parent] SearchFacets facets, ReadSession session, CancellationToken cancellation)
    {
        var counted = await CountAsync(
            facets, session, found => found.GroupBy(text => text.Language).Select(text => new LanguageFacet(text.Key, text.Count())), cancellation);
        return [.. counted.OrderBy(language => language.Language, StringComparer.Ordinal)];
    }

    /// <summary>Counts once for countries, regions and organizations alike.</summary>
    private static async Task<IReadOnlyList<CountriesFacet>> CountriesAsync(SearchFacets facets, ReadSession session, CancellationToken cancellation)
    {
        if (facets.Countries is null)
        {
            var counted = await CountAsync(
                facets,
                session,
                found => found.GroupBy(text => string.Join(' ', text.Countries)).Select(one => new { one.Key, Count = one.Count() }),
                cancellation);
            facets.Countries = [.. counted.Where(one => one.Key.Length > 0).Select(one => new CountriesFacet(one.Key.Split(' '), one.Count))];
        }

        return facets.Countries;
    }

    private static async Task<List<T>> CountAsync<T>(
        SearchFacets facets, ReadSession session, Func<IQueryable<SearchText>, IQueryable<T>> count, CancellationToken cancellation) =>
        facets.Found.Total == 0
            ? []
            : await session.QueryAsync((db, token) => count(facets.Found.In(db)).ToListAsync(token), cancellation);
}
