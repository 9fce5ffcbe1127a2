using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL.Errors;

namespace R2P.Schema.Search;

/// <summary>Searches the versions that stood at a moment, as lists show them: those that the viewer may see now, by the readers that each kept.</summary>
internal static class PastSearch
{
    /// <summary>What is searched of each document's version of then.</summary>
    public static IQueryable<SearchText> AsOf(DocumentContext db, DateTimeOffset moment)
    {
        var then = moment.ToUniversalTime();
        return db.Readable(db.Set<SearchText>().FromSql(
            $"""
            select id, kind, owner_id, readers, status, language, created_at, updated_at, published_at, expires_at, shown_at, tags, countries, title,
                summary, words
            from r2p.search_text
            where updated_at <= {then}
            union all
            select id, kind, owner_id, readers, status, language, created_at, updated_at, published_at, expires_at, shown_at, tags, countries, title,
                summary, words
            from r2p.past_search_text
            where updated_at <= {then} and replaced_at > {then}
            """));
    }

    /// <summary>A moment must lie between the network's beginning and now.</summary>
    /// <exception cref="GraphQLException">It does not.</exception>
    public static async Task CheckAsync(DateTimeOffset moment, NetworkBeginning beginning, TimeProvider time, CancellationToken cancellation)
    {
        if (moment > time.GetUtcNow())
        {
            throw Bad("lies in the future: nobody knows yet what will be found.");
        }

        var began = await beginning.FindAsync(cancellation);
        if (moment < began)
        {
            throw Bad($"lies before the network's beginning: its past goes back to {began.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}.");
        }
    }

    private static GraphQLException Bad(string problem) => new($"Argument \"asOf\" {problem}", ErrorCodes.BadUserInput);
}
