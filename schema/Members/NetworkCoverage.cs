using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Catalogue;

namespace R2P.Schema.Members;

/// <summary>How far a network reaches in one region.</summary>
/// <param name="Region">The region (UN M49, a subregion).</param>
/// <param name="Members">Its States that are members of the network now.</param>
/// <param name="WithFocalPoint">Those of them that have a focal point now.</param>
/// <param name="Vacant">Those of them that have none.</param>
/// <param name="NotMembers">Its States that are no members.</param>
public sealed record RegionCoverage(
    Region Region,
    IReadOnlyList<State> Members,
    IReadOnlyList<State> WithFocalPoint,
    IReadOnlyList<State> Vacant,
    IReadOnlyList<State> NotMembers);

/// <summary>How far networks reach.</summary>
[QueryType]
public static class CoverageQueries
{
    /// <summary>
    /// How far a network reaches, region by region: its member States, those with a focal point now, those without, and those that are no members. Told to
    /// the network's own members and secretariat; null for others.
    /// </summary>
    /// <param name="network">The network's code.</param>
    /// <param name="session">Reads.</param>
    /// <param name="catalogue">Knows the regions.</param>
    /// <param name="time">What counts now.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<RegionCoverage>?> NetworkCoverage(
        string network, ReadSession session, Catalogue.Catalogue catalogue, TimeProvider time, CancellationToken cancellation)
    {
        if (!session.Access.MayRead([ReaderToken.Network(network)]))
        {
            return null;
        }

        var now = time.GetDatabaseNow();
        var states = await session.QueryAsync((db, token) => db.Readable<State>().ToListAsync(token), cancellation);
        var members = await session.QueryAsync((db, token) => Members(db, network, DateOnly.FromDateTime(now.UtcDateTime)).ToListAsync(token), cancellation);
        var held = await session.QueryAsync((db, token) => Held(db, members, now).ToListAsync(token), cancellation);
        return [.. Cover(catalogue, states, [.. members], [.. held])];
    }

    private static IEnumerable<RegionCoverage> Cover(
        Catalogue.Catalogue catalogue, IReadOnlyList<State> states, HashSet<Guid> members, HashSet<Guid> held) =>
        states.OrderBy(state => state.Code, StringComparer.Ordinal)
            .ToLookup(state => catalogue.FindCountry(state.Code)?.Subregion)
            .Where(group => group.Key is not null)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new RegionCoverage(
                catalogue.Regions.First(region => region.Code == group.Key),
                [.. group.Where(state => members.Contains(state.Id))],
                [.. group.Where(state => members.Contains(state.Id) && held.Contains(state.Id))],
                [.. group.Where(state => members.Contains(state.Id) && !held.Contains(state.Id))],
                [.. group.Where(state => !members.Contains(state.Id))]));

    private static IQueryable<Guid> Members(DocumentContext db, string network, DateOnly today) =>
        from membership in db.Readable<Membership>()
        join body in db.Readable<Party>() on membership.BodyId equals body.Id
        where body.Code == network
            && (membership.JoinedOn == null || membership.JoinedOn <= today)
            && (membership.LeftOn == null || membership.LeftOn > today)
            && !(membership.SuspendedFrom <= today && (membership.SuspendedTo == null || membership.SuspendedTo > today))
        select membership.PartyId;

    /// <summary>The parties whose own office is held by a focal point who is no deputy; a ministry's desk speaks for the ministry alone.</summary>
    private static IQueryable<Guid> Held(DocumentContext db, IReadOnlyList<Guid> parties, DateTimeOffset now) =>
        from appointment in db.Readable<Appointment>()
        join office in db.Readable<Office>() on appointment.OfficeId equals office.Id
        where parties.Contains(office.PartyId)
            && office.Ministry == null
            && appointment.Role == Role.NationalFocalPoint
            && !appointment.Deputy
            && appointment.Status == AppointmentStatus.Active
            && appointment.StartsAt <= now
            && (appointment.EndsAt == null || appointment.EndsAt > now)
        select office.PartyId;
}
