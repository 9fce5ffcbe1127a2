using System.Data;
using System.Security.Claims;
using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>The viewer of one operation; set before anything of it runs.</summary>
public sealed class ViewerScope
{
    /// <summary>Who is asking in this scope.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;

    /// <summary>The snapshot that this scope reads in with others; null for one of its own.</summary>
    public SharedSnapshot? Snapshot { get; set; }

    /// <summary>The session in which the viewer reads; null as long as nothing was read.</summary>
    public ReadSession? Session { get; private set; }

    /// <summary>Makes the session, for whatever reads first.</summary>
    internal ReadSession Open(DocumentStore store) => Session = store.OpenRead(Viewer.Access, Snapshot);
}

/// <summary>From a checked token to a viewer: looked up anew for every operation and every event, so that an ended appointment ends at once.</summary>
public sealed class ViewerDirectory(DocumentStore store)
{
    /// <summary>The viewer whom a token names; without an active appointment they see what is public.</summary>
    public async ValueTask<Viewer> FindAsync(ClaimsPrincipal principal, CancellationToken cancellation) => Identity.Of(principal) is { } identity
        ? await ReadAsync("select person_id, display_name, tokens, appointments from r2p.viewer($1, $2)", identity, ToViewer, cancellation)
            ?? Viewer.Anonymous
        : Viewer.Anonymous;

    /// <summary>The same, with what tells how long it holds.</summary>
    public async Task<ViewerAsOf> FindAsOfAsync(Identity identity, CancellationToken cancellation) =>
        (await ReadAsync(
            "select person_id, display_name, tokens, appointments, epoch, valid_until from r2p.viewer_as_of($1, $2)",
            identity,
            reader => new ViewerAsOf(ToViewer(reader), reader.GetInt64(4), reader.GetFieldValue<DateTimeOffset>(5)),
            cancellation))!;

    /// <summary>The same of a token; nobody stays nobody.</summary>
    public async ValueTask<ViewerAsOf> FindAsOfAsync(ClaimsPrincipal principal, CancellationToken cancellation) => Identity.Of(principal) is { } identity
        ? await FindAsOfAsync(identity, cancellation)
        : new ViewerAsOf(Viewer.Anonymous, 0, DateTimeOffset.MaxValue);

    private Task<T?> ReadAsync<T>(string sql, Identity identity, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
        where T : class =>
        store.AskAsync(
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = identity.Issuer });
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = identity.Subject });
                await command.PrepareAsync(token);
                await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, token);
                return await reader.ReadAsync(token) ? read(reader) : null;
            },
            cancellation);

    private static Viewer ToViewer(NpgsqlDataReader reader) => reader.IsDBNull(0) ? Viewer.Anonymous : new Viewer
    {
        PersonId = reader.GetGuid(0),
        DisplayName = reader.GetString(1),
        Tokens = reader.GetFieldValue<string[]>(2),
        Appointments = StoredJson.Read<List<ViewerAppointment>>(reader.GetFieldValue<byte[]>(3)),
    };
}

/// <summary>Whom a checked token names.</summary>
public sealed record Identity(string Issuer, string Subject)
{
    /// <summary>The identity of a signed-in caller; null for any other.</summary>
    public static Identity? Of(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirst("sub") ?? principal.FindFirst(ClaimTypes.NameIdentifier);
        return principal.Identity is { IsAuthenticated: true } && subject is not null
            ? new Identity(principal.FindFirst("iss")?.Value ?? subject.Issuer, subject.Value)
            : null;
    }
}
