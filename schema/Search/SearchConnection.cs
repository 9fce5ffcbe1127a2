using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Search;

/// <summary>A page of the documents that a search has found, best first.</summary>
public sealed class SearchConnection
{
    internal SearchConnection(FoundDocuments found, IReadOnlyList<SearchEdge> edges, bool hasNextPage, bool hasPreviousPage)
    {
        Found = found;
        Edges = edges;
        PageInfo = new PageInfo(
            hasNextPage,
            hasPreviousPage,
            startCursor: () => edges.Count > 0 ? edges[0].Cursor : null,
            endCursor: () => edges.Count > 0 ? edges[^1].Cursor : null);
        Facets = new SearchFacets(found);
    }

    /// <summary>What was found, each with its cursor and where the words stand.</summary>
    public IReadOnlyList<SearchEdge> Edges { get; }

    /// <summary>The documents alone.</summary>
    public IReadOnlyList<ISharedDocument> Nodes => [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>How what was found is distributed, whatever the page. Only documents that you may see are counted.</summary>
    public SearchFacets Facets { get; }

    internal FoundDocuments Found { get; }
}

/// <summary>A document that a search has found.</summary>
public sealed class SearchEdge
{
    internal SearchEdge(ISharedDocument node, Cursor cursor, SearchQuery query) => (Node, Cursor, Query) = (node, cursor, query);

    /// <summary>The document's place in what was found, for `after`.</summary>
    public Cursor Cursor { get; }

    /// <summary>The document.</summary>
    public ISharedDocument Node { get; }

    internal SearchQuery Query { get; }
}

/// <summary>A text of a document in which words of the search stand.</summary>
/// <param name="Pointer">
/// Where the text stands: a JSON pointer (RFC 6901) into the document's content, such as <c>/title</c> or <c>/ratings/0/finding</c>.
/// </param>
/// <param name="Fragment">
/// A part of the text as safe HTML: everything is escaped, and what was found stands in <c>mark</c> elements. Where a code stands in the document, it is
/// the name of the code.
/// </param>
public sealed record Highlight(string Pointer, string Fragment);

/// <summary>How the documents that were found are distributed. Each list counts what you may see, and narrows with the search.</summary>
public sealed class SearchFacets
{
    internal SearchFacets(FoundDocuments found) => Found = found;

    internal FoundDocuments Found { get; }

    /// <summary>How many documents are about which countries, once that was counted.</summary>
    internal IReadOnlyList<CountriesFacet>? Countries { get; set; }
}

/// <summary>How many of the documents found are of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
public sealed record KindFacet(DocumentKind Kind, int Count);

/// <summary>How many of the documents found have to do with a code of the catalogue.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many; a document with several codes counts under each.</param>
public sealed record CodeFacet(string Code, string Name, int Count);

/// <summary>How many of the documents found were published in a year.</summary>
/// <param name="Year">The year, in UTC.</param>
/// <param name="Count">How many.</param>
public sealed record YearFacet(int Year, int Count);

/// <summary>How many of the documents found were written in a language.</summary>
/// <param name="Language">The language of the original text (BCP 47), as the documents have it.</param>
/// <param name="Count">How many.</param>
public sealed record LanguageFacet(string Language, int Count);
