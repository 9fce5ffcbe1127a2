using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>What every party leads to.</summary>
[InterfaceType<Party>]
public static class PartyFields
{
    private const int MaxMembers = 500;

    /// <summary>The bodies that the party is a member of, former ones included; at most the first 500.</summary>
    [ListSize(AssumedSize = MaxMembers)]
    public static Task<ILookup<Guid, Membership>> MembershipsAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation) =>
        OfAsync(parties, row => new MembershipEnd { PartyId = row.PartyId, Membership = row }, session, cancellation);

    /// <summary>Who is a member of the party, former members included; at most the first 500.</summary>
    [ListSize(AssumedSize = MaxMembers)]
    public static Task<ILookup<Guid, Membership>> MembersAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation) =>
        OfAsync(parties, row => new MembershipEnd { PartyId = row.BodyId, Membership = row }, session, cancellation);

    /// <summary>The offices of the party.</summary>
    public static async Task<ILookup<Guid, Office>> OfficesAsync(
        [ParentKey(nameof(Party.Id))] IReadOnlyList<Guid> parties, ReadSession session, CancellationToken cancellation)
    {
        var offices = await session.QueryAsync(
            (db, token) => db.Readable<Office>().Where(office => parties.Contains(office.PartyId)).OrderBy(o => o.Code).ToListAsync(token),
            cancellation);
        return offices.ToLookup(office => office.PartyId);
    }

    private static async Task<ILookup<Guid, Membership>> OfAsync(
        IReadOnlyList<Guid> parties, Expression<Func<Membership, MembershipEnd>> end, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) =>
                (from party in db.Readable<Party>()
                 where parties.Contains(party.Id)
                 from row in db.Readable<Membership>().Select(end).Where(row => row.PartyId == party.Id).OrderBy(row => row.Membership.Id).Take(MaxMembers)
                 select row).ToListAsync(token),
            cancellation);
        return rows.OrderBy(row => row.Membership.Id).ToLookup(row => row.PartyId, row => row.Membership);
    }

    /// <summary>A membership as one of its two parties has it.</summary>
    private sealed class MembershipEnd
    {
        public Guid PartyId { get; init; }

        public required Membership Membership { get; init; }
    }
}

/// <summary>The two ends of a membership.</summary>
[ObjectType<Membership>]
public static class MembershipFields
{
    /// <summary>Memberships by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Membership?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Membership>(ids, selection, cancellation);

    /// <summary>Who is the member.</summary>
    public static Task<IReadOnlyList<Party?>> MemberAsync(
        [ParentKey(nameof(Membership.PartyId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);

    /// <summary>Of what.</summary>
    public static Task<IReadOnlyList<Party?>> BodyAsync(
        [ParentKey(nameof(Membership.BodyId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Party>(ids, selection, cancellation);
}
