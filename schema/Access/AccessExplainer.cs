using Npgsql;
using R2P.Documents;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Access;

/// <summary>From reader tokens back to words and people.</summary>
public sealed class AccessExplainer(Catalogue.Catalogue catalogue)
{
    /// <summary>What the readers mean, and who holds them now.</summary>
    /// <param name="session">The viewer's session; only people and offices whom they may see are named.</param>
    /// <param name="document">The document that they are the readers of.</param>
    /// <param name="readers">The tokens to explain.</param>
    /// <param name="besides">Tokens whose holders are left out.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<AccessGrant>> ExplainAsync(
        ReadSession session,
        ISharedDocument document,
        IReadOnlyCollection<string> readers,
        IReadOnlyCollection<string> besides,
        CancellationToken cancellation)
    {
        string[] wanted = [.. readers.Except(besides)];
        var holders = await session.ReadAsync((connection, token) => ReadHoldersAsync(connection, [.. readers.Union(besides)], token), cancellation);
        var known = holders.Where(holder => besides.Contains(holder.Token)).Select(holder => holder.Person).ToHashSet();
        var told = holders.Where(holder => wanted.Contains(holder.Token) && !known.Contains(holder.Person)).ToLookup(holder => holder.Token);
        var offices = await FindAsync<Office>(session, told.SelectMany(group => group).Select(holder => holder.Office), cancellation);
        var persons = await FindAsync<Person>(session, told.SelectMany(group => group).Select(holder => (Guid?)holder.Person), cancellation);
        return
        [
            .. wanted.Select(token => Grant(token, document) with
            {
                Offices =
                [
                    .. told[token].Select(holder => holder.Office).Distinct()
                        .Select(id => id is { } office ? offices.GetValueOrDefault(office) : null)
                        .OfType<Office>(),
                ],
                Persons = [.. told[token].Select(holder => holder.Person).Distinct().Select(persons.GetValueOrDefault).OfType<Person>()],
            }),
        ];
    }

    private static async Task<IReadOnlyList<Holder>> ReadHoldersAsync(NpgsqlConnection connection, string[] tokens, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select token, person_id, office_id from r2p.holders_of($1) order by token, person_id, office_id", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = tokens });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var holders = new List<Holder>();
        while (await reader.ReadAsync(cancellation))
        {
            holders.Add(new Holder(reader.GetString(0), reader.GetGuid(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetGuid(2)));
        }

        return holders;
    }

    private static async Task<Dictionary<Guid, T>> FindAsync<T>(ReadSession session, IEnumerable<Guid?> ids, CancellationToken cancellation)
        where T : class, IReadable, IHasId =>
        (await session.FindRowsAsync<T>([.. ids.OfType<Guid>().Distinct()], null, cancellation)).OfType<T>().ToDictionary(row => row.Id);

    private AccessGrant Grant(string token, ISharedDocument document)
    {
        var (kind, code) = token.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? (Enum.Parse<AccessGrantKind>(token[..colon], ignoreCase: true), token[(colon + 1)..])
            : (Enum.Parse<AccessGrantKind>(token, ignoreCase: true), null);
        var name = code is null ? null : catalogue.FindCode(code)?.Name ?? code;
        var reason = kind switch
        {
            AccessGrantKind.Public => "Everyone, signed in or not.",
            AccessGrantKind.Members => "Every active member of the network, auditors and administrators aside.",
            AccessGrantKind.State => $"Whoever holds an office of the government of {name}: its national focal point and contributors.",
            AccessGrantKind.Org => $"Whoever holds a desk of {name}.",
            AccessGrantKind.Region => $"Whoever holds a desk of {name}, and the national focal points of its member States.",
            AccessGrantKind.Network => $"Whoever speaks for an active member of {name} that may read there, and its secretariat.",
            AccessGrantKind.Office when token == ReaderToken.Office(document.OwnerId) => "Whoever holds the office that owns it.",
            AccessGrantKind.Office => "Whoever holds this office, which is named.",
            AccessGrantKind.Person => "This person, who is named.",
            _ => "The accepted reviewers of a peer review: they see the version under review and no other, until the review ends.",
        };
        var isCode = kind is AccessGrantKind.State or AccessGrantKind.Org or AccessGrantKind.Region or AccessGrantKind.Network;
        return new AccessGrant(kind, isCode ? code : null, reason, [], []);
    }

    private sealed record Holder(string Token, Guid Person, Guid? Office);
}
