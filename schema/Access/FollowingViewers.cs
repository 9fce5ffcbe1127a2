using System.Security.Claims;
using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>
/// Viewers for those who follow, with how long they are it. What happens to one often happens to all at once (an appointment changes, a day begins): those who
/// ask at the same time are read together, each as of a moment after they asked.
/// </summary>
public sealed class FollowingViewers(DocumentStore store)
{
    private readonly Coalescer<Identity, ViewerAsOf> _reading = new(
        identities => store.AskAsync((connection, token) => ReadAsync(connection, identities, token)));

    /// <summary>The viewer whom a token names, as of now; nobody stays nobody.</summary>
    public async ValueTask<ViewerAsOf> FindAsync(ClaimsPrincipal principal, CancellationToken cancellation) => Identity.Of(principal) is { } identity
        ? await FindAsync(identity, cancellation)
        : ViewerAsOf.Nobody;

    /// <summary>The viewer of an identity, as of now.</summary>
    public Task<ViewerAsOf> FindAsync(Identity identity, CancellationToken cancellation) => _reading.AskAsync(identity, cancellation);

    private static async Task<IReadOnlyList<ViewerAsOf>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<Identity> identities, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select person_id, display_name, tokens, appointments, epoch, valid_until, place from r2p.viewers_as_of($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identities.Select(identity => identity.Issuer)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identities.Select(identity => identity.Subject)] });
        await command.PrepareAsync(cancellation);
        var found = new ViewerAsOf[identities.Count];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found[reader.GetInt64(6) - 1] = new ViewerAsOf(
                ViewerDirectory.Read(reader), reader.GetInt64(4), reader.GetFieldValue<DateTimeOffset>(5));
        }

        return found;
    }
}
