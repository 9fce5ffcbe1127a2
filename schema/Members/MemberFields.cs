using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Members;

/// <summary>What every party leads to.</summary>
[InterfaceType<Party>]
public static class PartyFields
{
    private const int MaxMembers = 500;

    /// <summary>The bodies that the party is a member of, former ones included; at most the first 500.</summary>
    [ListSize(AssumedSize = MaxMembers)]
    public static async Task<ILookup<Guid, Membership>> MembershipsAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) =>
                (from party in db.Readable<Party>()
                 where parties.Contains(party.Id)
                 from row in db.Readable<Membership>().Where(row => row.PartyId == party.Id).OrderBy(row => row.Id).Take(MaxMembers)
                 select row).ToListAsync(token),
            cancellation);
        return rows.OrderBy(row => row.Id).ToLookup(row => row.PartyId);
    }

    /// <summary>Who is a member of the party, former members included; at most the first 500.</summary>
    [ListSize(AssumedSize = MaxMembers)]
    public static async Task<ILookup<Guid, Membership>> MembersAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) =>
                (from party in db.Readable<Party>()
                 where parties.Contains(party.Id)
                 from row in db.Readable<Membership>().Where(row => row.BodyId == party.Id).OrderBy(row => row.Id).Take(MaxMembers)
                 select row).ToListAsync(token),
            cancellation);
        return rows.OrderBy(row => row.Id).ToLookup(row => row.BodyId);
    }

    /// <summary>The offices of the party.</summary>
    public static async Task<ILookup<Guid, Office>> OfficesAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation)
    {
        var offices = await session.QueryAsync(
            (db, token) => db.Readable<Office>().Where(office => parties.Contains(office.PartyId)).OrderBy(o => o.Code).ToListAsync(token),
            cancellation);
        return offices.ToLookup(office => office.PartyId);
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
