using Npgsql;
using NpgsqlTypes;
using R2P.Documents;
using R2P.GraphQL.Errors;

namespace R2P.Schema.Search;

/// <summary>A search as the database understands it.</summary>
/// <param name="Wanted">What a document has to meet.</param>
/// <param name="Marked">What of it is marked where it is found.</param>
/// <param name="Terms">What must be there, as it was written.</param>
internal sealed record SearchQuery(NpgsqlTsQuery Wanted, NpgsqlTsQuery Marked, IReadOnlyList<string> Terms)
{
    /// <summary>The moment whose versions are searched; null for today's.</summary>
    public DateTimeOffset? AsOf { get; init; }

    private const int MaxLength = 500;
    private const int MaxTerms = 20;

    /// <summary>One of each way to take words to pieces; the last stands for all other languages.</summary>
    private static readonly string[] Languages = ["ar", "en", "es", "fr", "pt", "ru", ""];

    /// <summary>Reads what somebody looks for; null if nothing of it can be looked for.</summary>
    /// <exception cref="GraphQLException">The text is empty or too long.</exception>
    public static async Task<SearchQuery?> ReadAsync(string text, string? language, ReadSession session, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Bad("is empty: give at least one word to look for.");
        }

        if (text.Length > MaxLength)
        {
            throw Bad($"has {text.Length} characters; at most {MaxLength} are allowed. Give the words that matter most.");
        }

        var branches = SearchPhrases.Parse(text);
        SearchTerm[] terms = [.. branches.SelectMany(branch => branch.All)];
        if (terms.Length + branches.Sum(branch => branch.None.Count) is var count && count > MaxTerms)
        {
            throw Bad($"has {count} words; at most {MaxTerms} are allowed. Give those that matter most, or put \"quotation marks\" around a phrase.");
        }

        return branches.Count == 0
            ? null
            : await session.ReadAsync(
                (connection, token) => ReadAsync(
                    connection, SearchPhrases.ToJson(branches), language, [.. terms.Select(term => term.Text)], token), cancellation);
    }

    private static async Task<SearchQuery?> ReadAsync(
        NpgsqlConnection connection, string branches, string? language, string[] terms, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select wanted, marked, numnode(wanted) from r2p.search_query($1::jsonb, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = branches });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = language is null ? Languages : [language] });
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetInt32(2) == 0
            ? null
            : new SearchQuery(reader.GetFieldValue<NpgsqlTsQuery>(0), reader.GetFieldValue<NpgsqlTsQuery>(1), terms);
    }

    private static GraphQLException Bad(string problem) => new($"Argument \"text\" {problem}", ErrorCodes.BadUserInput);
}
