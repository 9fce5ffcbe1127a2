using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;

namespace R2P.Schema.Members;

/// <summary>What an act on an appointment must keep to. Who may do it, the database's functions decide.</summary>
internal static class AppointmentRules
{
    public static void Check(ProposeAppointmentInput input, DateTimeOffset now)
    {
        var check = new InputCheck();
        if (input.Person.New is { } person)
        {
            check.Text(person.DisplayName, 200, "person", "new", "displayName");
            check.Text(person.Issuer, 500, "person", "new", "issuer");
            check.Text(person.Subject, 255, "person", "new", "subject");
        }

        if (input.EndsAt <= now)
        {
            check.Add("Must lie in the future.", "endsAt");
        }
        else if (input.EndsAt <= input.StartsAt)
        {
            check.Add("Must lie after \"startsAt\".", "endsAt");
        }

        check.ThrowIfAny();
    }

    /// <summary>The office and the person must be there, and the office must be one that can have the role.</summary>
    public static async Task CheckPlaceAsync(Act act, ProposeAppointmentInput input)
    {
        var party = await act.Context.Readable<Office>()
            .Where(office => office.Id == input.Office)
            .Join(act.Context.Readable<Party>(), office => office.PartyId, party => party.Id, (_, party) => party)
            .SingleOrDefaultAsync(act.Cancellation) ?? throw Refuse.NotFound("office", "input", "office");
        if (input.Person.Id is { } id
            && !await act.Context.Readable<Person>().AnyAsync(person => person.Id == id, act.Cancellation))
        {
            throw Refuse.NotFound("person", "input", "person", "id");
        }

        if (RolesOf(party) is var roles && !roles.Contains(input.Role))
        {
            var possible = string.Join(", ", roles.Select(EnumText.Of));
            throw Refuse.Invalid($"An office of {party.Name} has no {EnumText.Of(input.Role)}. It can have: {possible}.", "input", "role");
        }
    }

    /// <summary>Nobody confirms what they proposed, or an appointment of their own.</summary>
    public static void CheckSecondPairOfEyes(Act act, Appointment proposal)
    {
        if (proposal.ProposedBy == act.Viewer.PersonId)
        {
            throw Refuse.NotAllowed("confirm what you proposed yourself");
        }

        if (proposal.PersonId == act.Viewer.PersonId)
        {
            throw Refuse.NotAllowed("confirm your own appointment");
        }
    }

    public static void CheckEnd(Appointment held, DateTimeOffset? endsAt, DateTimeOffset now)
    {
        if (endsAt is null)
        {
            return;
        }

        if (held.Status == AppointmentStatus.Proposed)
        {
            throw Refuse.Invalid("A proposal is turned down at once: leave the time out.", "input", "endsAt");
        }

        if (held.Status == AppointmentStatus.Suspended)
        {
            throw Refuse.Invalid("A suspended appointment is ended at once: leave the time out.", "input", "endsAt");
        }

        if (endsAt < now)
        {
            throw Refuse.Invalid("Must not lie in the past.", "input", "endsAt");
        }

        if (endsAt > held.EndsAt)
        {
            throw Refuse.Invalid("Lies after the end that was confirmed: propose a new appointment instead.", "input", "endsAt");
        }
    }

    public static void MustBe(Appointment appointment, string act, params IReadOnlyList<AppointmentStatus> allowed)
    {
        if (!allowed.Contains(appointment.Status))
        {
            throw Refuse.Transition(act, appointment.Status, allowed);
        }
    }

    private static Role[] RolesOf(Party party) => party switch
    {
        State => [Role.NationalFocalPoint, Role.NationalContributor],
        RegionalOrganization { AlsoNetwork: true } => [Role.RegionalFocalPoint, Role.NetworkSecretariat],
        RegionalOrganization => [Role.RegionalFocalPoint],
        Network => [Role.NetworkSecretariat],
        CivilSocietyOrganization => [Role.CivilSocietyContributor, Role.Observer],
        UnEntity => [Role.RegionalFocalPoint, Role.Observer],
        _ => [Role.Observer],
    };
}
