using System.Data;
using System.Security.Claims;
using System.Text.Json;
using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>The viewer of one operation; set before anything of it runs.</summary>
public sealed class ViewerScope
{
    /// <summary>Who is asking in this scope.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;
}

/// <summary>From a checked token to a viewer: looked up anew for every operation and every event, so that an ended appointment ends at once.</summary>
public sealed class ViewerDirectory(DocumentStore store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The viewer whom a token names; without an active appointment they see what is public.</summary>
    public async ValueTask<Viewer> FindAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        var subject = principal.FindFirst("sub") ?? principal.FindFirst(ClaimTypes.NameIdentifier);
        if (principal.Identity is not { IsAuthenticated: true } || subject is null)
        {
            return Viewer.Anonymous;
        }

        var issuer = principal.FindFirst("iss")?.Value ?? subject.Issuer;
        return await store.AskAsync((connection, token) => ReadAsync(connection, issuer, subject.Value, token), cancellation);
    }

    private static async Task<Viewer> ReadAsync(NpgsqlConnection connection, string issuer, string subject, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select person_id, display_name, tokens, appointments::text from r2p.viewer($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = issuer });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subject });
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        return await reader.ReadAsync(cancellation)
            ? new Viewer
            {
                PersonId = reader.GetGuid(0),
                DisplayName = reader.GetString(1),
                Tokens = reader.GetFieldValue<string[]>(2),
                Appointments = JsonSerializer.Deserialize<List<ViewerAppointment>>(reader.GetString(3), Json)!,
            }
            : Viewer.Anonymous;
    }
}
