using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Errors;
using R2P.Schema.Catalogue;
using R2P.Schema.Sharing;

namespace R2P.Schema.Search;

/// <summary>Full-text search.</summary>
[QueryType]
public static class SearchQueries
{
    private const int DefaultPageSize = 20;
    private const int MaxPageSize = 100;

    /// <summary>
    /// The documents of all kinds that you may see and that have these words: in their title, summary, translations or body, or in the names of their
    /// codes. Best first, newer ones first among equals. Where more than a thousand are found, the newest thousand are ranked, and the others follow by
    /// their date. Words are found in their other forms, too, as their language forms them; Chinese by every two characters.
    /// </summary>
    /// <param name="text">
    /// What to look for: all words must be there. <c>"A phrase"</c> stands together, <c>-word</c> must not be there, <c>or</c> joins alternatives,
    /// <c>prevent*</c> is any word that begins so. At most 500 characters and 20 words.
    /// </param>
    /// <param name="kinds">Only documents of these kinds.</param>
    /// <param name="language">
    /// The language of the words (BCP 47). If it is not given, they are looked for as each of the languages understands them.
    /// </param>
    /// <param name="countries">Only documents about one of these countries.</param>
    /// <param name="regions">
    /// Only documents about a country of one of these: codes of regions of UN M49, such as <c>WESTERN_AFRICA</c>, or of regional organizations, such as
    /// <c>ECOWAS</c>.
    /// </param>
    /// <param name="asOf">
    /// Only what stood at this moment: of each document the version of then, if you may see that version today. It is found by its words of then, and
    /// marked and counted by them. From the network's beginning until now.
    /// </param>
    /// <param name="first">How many documents: 20 if not given, 100 at most.</param>
    /// <param name="after">Only documents behind the one with this cursor.</param>
    [UseFiltering, ListSize(SlicingArguments = ["first"], AssumedSize = DefaultPageSize, MaxSize = MaxPageSize, SizedFields = ["edges", "nodes"])]
    public static async Task<SearchConnection> SearchAsync(
        string text,
        IReadOnlyList<DocumentKind>? kinds,
        string? language,
        IReadOnlyList<CountryCode>? countries,
        IReadOnlyList<string>? regions,
        DateTimeOffset? asOf,
        int? first,
        Cursor? after,
        QueryContext<IDocumentColumns> query,
        Catalogue.Catalogue catalogue,
        DocumentSearch search,
        NetworkBeginning beginning,
        ReadSession session,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var size = new PagingArguments(first).Within(DefaultPageSize, MaxPageSize).Size;
        if (kinds is { Count: 0 })
        {
            throw new GraphQLException("Argument \"kinds\" names no kind: name one, or leave it out to search all.", ErrorCodes.BadUserInput);
        }

        CheckLanguage(language);
        if (asOf is { } moment)
        {
            await PastSearch.CheckAsync(moment, beginning, time, cancellation);
        }

        var places = countries is null && regions is null ? null : SearchPlaces.Countries(catalogue, countries ?? [], regions ?? []);
        var words = await SearchQuery.ReadAsync(text, language, session, cancellation);
        var found = new FoundDocuments(words is null ? null : words with { AsOf = asOf }, [.. kinds ?? Enum.GetValues<DocumentKind>()], places, query.Where);
        return await search.PageAsync(found, new SearchCursor(text, language, asOf), size, after, cancellation);
    }

    private static void CheckLanguage(string? language)
    {
        if (language is not null && (language.Length is < 2 or > 35 || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            throw new GraphQLException(
                $"Argument \"language\" is no language tag (BCP 47), such as \"en\" or \"fr-CH\", but \"{language}\".", ErrorCodes.BadUserInput);
        }
    }
}
