using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Schema.Members;

/// <summary>
/// Keeps the parties and memberships of the catalogue in the database: States, organizations, networks and United Nations bodies.
/// Whatever else is there (offices, parties and memberships entered by people) stays untouched.
/// </summary>
public sealed class ReferenceParties(DocumentStore store, Catalogue.Catalogue catalogue)
{
    /// <summary>Adds what is missing, renames what has another name by now, and ends memberships that the catalogue no longer has.</summary>
    /// <returns>How many rows were added, changed or removed; zero when the database agreed already.</returns>
    public Task<int> LoadAsync(CancellationToken cancellation = default) =>
        store.SeedAsync(AccessContext.Anonymous, "loadReferenceParties", session => LoadAsync(session, cancellation), cancellation);

    private async Task<int> LoadAsync(WriteSession session, CancellationToken cancellation)
    {
        // Two instances that start together would both add what is missing.
        await session.Context.Database.ExecuteSqlAsync($"lock table r2p.party in share row exclusive mode", cancellation);
        var changes = await LoadPartiesAsync(session.Context, cancellation);
        return changes + await LoadMembershipsAsync(session.Context, cancellation);
    }

    private async Task<int> LoadPartiesAsync(DocumentContext context, CancellationToken cancellation)
    {
        var present = await context.Set<Party>().ToDictionaryAsync(party => party.Code, cancellation);
        foreach (var wanted in Parties())
        {
            if (!present.TryGetValue(wanted.Code, out var party))
            {
                context.Add(wanted);
            }
            else
            {
                party.Name = wanted.Name;
                party.AlsoNetwork = wanted.AlsoNetwork;
            }
        }

        return await context.SaveChangesAsync(cancellation);
    }

    private async Task<int> LoadMembershipsAsync(DocumentContext context, CancellationToken cancellation)
    {
        var present = await context.Set<Membership>().ToDictionaryAsync(membership => membership.Id, cancellation);
        var wanted = Memberships().ToDictionary(membership => membership.Id);
        context.AddRange(wanted.Values.Where(membership => !present.ContainsKey(membership.Id)));
        var codes = await context.Set<Party>().ToDictionaryAsync(party => party.Id, party => party.Code, cancellation);
        context.RemoveRange(present.Values.Where(membership =>
            !wanted.ContainsKey(membership.Id)
            && membership.Id == ReferenceId.Membership(codes[membership.PartyId], codes[membership.BodyId])));
        return await context.SaveChangesAsync(cancellation);
    }

    private IEnumerable<Party> Parties() =>
    [
        .. catalogue.AllCountries.Select(country => new State
        {
            Id = ReferenceId.Party(country.Code), Code = country.Code, Name = country.Name, Readers = [ReaderToken.Public],
        }),
        .. catalogue.RegionalOrganizations.Select(organization => new RegionalOrganization
        {
            Id = ReferenceId.Party(organization.Code),
            Code = organization.Code,
            Name = organization.Name,
            AlsoNetwork = organization.AlsoNetwork,
            Readers = [ReaderToken.Public],
        }),
        .. catalogue.Networks.Select(network => new Network
        {
            Id = ReferenceId.Party(network.Code),
            Code = network.Code,
            Name = network.Name,
            Languages = [.. network.Languages ?? []],
            Readers = [ReaderToken.Public],
        }),
        .. catalogue.UnEntities.Select(entity => new UnEntity
        {
            Id = ReferenceId.Party(entity.Code), Code = entity.Code, Name = entity.Name, Readers = [ReaderToken.Public],
        }),
    ];

    private IEnumerable<Membership> Memberships() =>
        catalogue.RegionalOrganizations.SelectMany(organization => (organization.MemberCodes ?? []).Select(member => (member, organization.Code)))
            .Concat(catalogue.Networks.SelectMany(network => (network.MemberCodes ?? []).Select(member => (member, network.Code))))
            .Select(pair => new Membership
            {
                Id = ReferenceId.Membership(pair.member, pair.Code),
                PartyId = ReferenceId.Party(pair.member),
                BodyId = ReferenceId.Party(pair.Code),
                Readers = [ReaderToken.Public],
            });
}
