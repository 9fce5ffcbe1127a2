using System.Data;
using System.Security.Claims;
using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>From a checked token to a viewer: looked up anew for every operation and every event, so that an ended appointment ends at once.</summary>
public sealed class ViewerDirectory(DocumentStore store)
{
    /// <summary>The viewer whom a token names; without an active appointment they see what is public.</summary>
    public async ValueTask<Viewer> FindAsync(ClaimsPrincipal principal, CancellationToken cancellation) => Identity.Of(principal) is { } identity
        ? await store.AskAsync((connection, token) => ReadAsync(connection, identity, token), cancellation) ?? Viewer.Anonymous
        : Viewer.Anonymous;

    private static async Task<Viewer?> ReadAsync(NpgsqlConnection connection, Identity identity, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select person_id, display_name, tokens, appointments from r2p.viewer($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = identity.Issuer });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = identity.Subject });
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    /// <summary>A viewer of a row that begins as <c>r2p.viewer</c> answers.</summary>
    internal static Viewer Read(NpgsqlDataReader reader) => reader.IsDBNull(0) ? Viewer.Anonymous : new Viewer
    {
        PersonId = reader.GetGuid(0),
        DisplayName = reader.GetString(1),
        Tokens = reader.GetFieldValue<string[]>(2),
        Appointments = StoredJson.Read<List<ViewerAppointment>>(reader.GetFieldValue<byte[]>(3)),
    };
}
