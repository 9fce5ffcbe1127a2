using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Members;

/// <summary>What every party leads to.</summary>
[InterfaceType<Party>]
public static class PartyFields
{
    /// <summary>The bodies that the party is a member of, former ones included.</summary>
    public static Task<ILookup<Guid, Membership>> MembershipsAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation) =>
        ReadAsync(session, rows => rows.Where(row => parties.Contains(row.PartyId)), row => row.PartyId, cancellation);

    /// <summary>Who is a member of the party, former members included; at most the first 500.</summary>
    [ListSize(AssumedSize = 500)]
    public static Task<ILookup<Guid, Membership>> MembersAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation) =>
        ReadAsync(session, rows => rows.Where(row => parties.Contains(row.BodyId)), row => row.BodyId, cancellation);

    /// <summary>The offices of the party.</summary>
    public static async Task<ILookup<Guid, Office>> OfficesAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation)
    {
        var offices = await session.QueryAsync(
            (db, token) => db.Readable<Office>().Where(office => parties.Contains(office.PartyId)).OrderBy(o => o.Code).ToListAsync(token),
            cancellation);
        return offices.ToLookup(office => office.PartyId);
    }

    private static async Task<ILookup<Guid, Membership>> ReadAsync(
        ReadSession session,
        Func<IQueryable<Membership>, IQueryable<Membership>> choose,
        Func<Membership, Guid> key,
        CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => choose(db.Readable<Membership>()).OrderBy(row => row.Id).ToListAsync(token), cancellation);
        return rows.ToLookup(key);
    }
}

/// <summary>The two ends of a membership.</summary>
[ObjectType<Membership>]
public static class MembershipFields
{
    /// <summary>Memberships by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Membership?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Membership>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>Who is the member.</summary>
    public static Task<IReadOnlyList<Party?>> MemberAsync(
        [Parents] IReadOnlyList<Membership> memberships, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(memberships.Select(m => (Guid?)m.PartyId), cancellation);

    /// <summary>Of what.</summary>
    public static Task<IReadOnlyList<Party?>> BodyAsync(
        [Parents] IReadOnlyList<Membership> memberships, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(memberships.Select(m => (Guid?)m.BodyId), cancellation);
}
