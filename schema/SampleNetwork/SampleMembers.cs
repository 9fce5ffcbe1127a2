using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;

namespace R2P.Schema.SampleNetwork;

/// <summary>The offices of the sample network and who holds them. The order of saving follows the foreign keys.</summary>
internal sealed class SampleMembers(SampleNetworkFile network)
{
    /// <summary>An invented date: all personas have held their offices since.</summary>
    private static readonly DateTimeOffset InOfficeSince = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Guid PersonId(string subject) => ReferenceId.Of("person", subject);

    public async Task AddAsync(WriteSession session, string issuer, CancellationToken cancellation)
    {
        var context = session.Context;
        context.AddRange(network.Parties.Where(party => party.Sample).Select(NewParty));
        await context.SaveChangesAsync(cancellation);
        context.AddRange(network.Memberships.Select(NewMembership));
        context.AddRange(network.Offices.Select(NewOffice));
        context.AddRange(network.Personas.Select(NewPerson));
        await context.SaveChangesAsync(cancellation);
        context.AddRange(network.Personas.Select(NewAppointment));
        await context.SaveChangesAsync(cancellation);
        foreach (var subject in network.Personas.Select(persona => persona.Subject))
        {
            await context.Database.ExecuteSqlAsync(
                $"insert into r2p.identity (issuer, subject, person_id) values ({issuer}, {subject}, {PersonId(subject)})", cancellation);
        }
    }

    private static CivilSocietyOrganization NewParty(SampleParty party) => new()
    {
        Id = ReferenceId.Party(party.Code), Code = party.Code, Name = party.Name, Readers = [ReaderToken.Public],
    };

    private static Membership NewMembership(SampleMembership membership) => new()
    {
        Id = ReferenceId.Of("sample-membership", $"{membership.Party}:{membership.MemberOf}"),
        PartyId = ReferenceId.Party(membership.Party),
        BodyId = ReferenceId.Party(membership.MemberOf),
        JoinedOn = membership.Joined,
        Readers = [ReaderToken.Public],
    };

    private static Person NewPerson(SamplePersona persona)
    {
        var id = PersonId(persona.Subject);
        return new Person { Id = id, DisplayName = persona.DisplayName, Readers = [ReaderToken.Members, ReaderToken.Person(id)] };
    }

    private static Appointment NewAppointment(SamplePersona persona)
    {
        var person = PersonId(persona.Subject);
        return new Appointment
        {
            Id = ReferenceId.Of("appointment", persona.Subject),
            PersonId = person,
            OfficeId = ReferenceId.Office(persona.Office),
            Role = persona.Role,
            Status = AppointmentStatus.Active,
            StartsAt = InOfficeSince,
            Version = 1,
            Readers = [ReaderToken.Members, ReaderToken.Person(person)],
        };
    }

    private Office NewOffice(SampleOffice office) => new()
    {
        Id = ReferenceId.Office(office.Code),
        Code = office.Code,
        Name = office.Name,
        PartyId = ReferenceId.Party(office.Party),
        AccreditedBy = network.Parties.Single(party => party.Code == office.Party).AccreditedBy is { } state ? ReferenceId.Party(state) : null,
        Readers = [ReaderToken.Public],
    };
}
