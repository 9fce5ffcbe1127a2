using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Members;

/// <summary>The acts of an appointment's life: proposed by those who keep the office, confirmed by a secretariat, ended.</summary>
[MutationType]
public static class AppointmentMutations
{
    /// <summary>
    /// Proposes that somebody hold an office: an act of the office's focal point, of the focal point of its State (or of the State that accredits
    /// it), or of the secretariat of a network to which the office's party belongs. Where nobody is in office yet, and for secretariats, an administrator
    /// may propose.
    /// </summary>
    [Authorize]
    public static async Task<AppointmentPayload> ProposeAppointment(ProposeAppointmentInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            AppointmentRules.Check(input, act.Now);
            await AppointmentRules.CheckPlaceAsync(act, input);
            var id = act.NewId();
            var person = input.Person.Id ?? act.NewId();
            var readers = await AppointmentActs.ProposeAsync(act, id, person, input);
            act.Tell(ChangeType.AppointmentProposed, id, version: 1, readers);
            return id;
        }));

    /// <summary>
    /// Confirms a proposal: an act of the secretariat of a network to which the office's party belongs, by somebody else than who proposed it and
    /// than who is to hold the office. From its start on, the person has access at once.
    /// </summary>
    [Authorize]
    public static async Task<AppointmentPayload> ConfirmAppointment(ConfirmAppointmentInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var proposal = await LoadAsync(act, input.Id, input.Version);
            AppointmentRules.MustBe(proposal, "confirmAppointment", AppointmentStatus.Proposed);
            AppointmentRules.CheckSecondPairOfEyes(act, proposal);
            var person = await AppointmentActs.ConfirmAsync(act, proposal);
            act.Tell(ChangeType.AppointmentConfirmed, proposal.Id, proposal.Version + 1, [ReaderToken.Members, ReaderToken.Person(person)]);
            await TellOfPredecessorAsync(act, proposal.Succeeds);
            return proposal.Id;
        }));

    /// <summary>
    /// Ends an appointment, or turns a proposal down: an act of those who may propose for the office, or of the person (who resigns). Access ends
    /// at once; what was written stays with the office.
    /// </summary>
    [Authorize]
    public static async Task<AppointmentPayload> EndAppointment(EndAppointmentInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var held = await LoadAsync(act, input.Id, input.Version);
            AppointmentRules.MustBe(held, "endAppointment", AppointmentStatus.Proposed, AppointmentStatus.Active, AppointmentStatus.Suspended);
            AppointmentRules.CheckEnd(held, input.EndsAt, act.Now);
            await AppointmentActs.EndAsync(act, held, input.EndsAt);
            act.Tell(ChangeType.AppointmentEnded, held.Id, held.Version + 1, held.Readers);
            return held.Id;
        }));

    /// <summary>
    /// Suspends an appointment: an act of those who may propose for the office, on somebody else. Access ends at once, and comes back when it is resumed.
    /// </summary>
    [Authorize]
    public static async Task<AppointmentPayload> SuspendAppointment(AppointmentStepInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var held = await LoadAsync(act, input.Id, input.Version);
            AppointmentRules.MustBe(held, "suspendAppointment", AppointmentStatus.Active);
            await AppointmentActs.SuspendAsync(act, held);
            act.Tell(ChangeType.AppointmentSuspended, held.Id, held.Version + 1, held.Readers);
            return held.Id;
        }));

    /// <summary>Lets a suspended appointment count again: an act of who suspended it, or of a secretariat that vouches for the office.</summary>
    [Authorize]
    public static async Task<AppointmentPayload> ResumeAppointment(AppointmentStepInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var held = await LoadAsync(act, input.Id, input.Version);
            AppointmentRules.MustBe(held, "resumeAppointment", AppointmentStatus.Suspended);
            await AppointmentActs.ResumeAsync(act, held);
            act.Tell(ChangeType.AppointmentResumed, held.Id, held.Version + 1, held.Readers);
            return held.Id;
        }));

    /// <summary>
    /// Proposes a successor to who holds an office. Once the secretariat confirms, the present appointment ends in the moment in which the successor's
    /// begins. What belongs to the office (drafts, threads, history) stays where it is.
    /// </summary>
    [Authorize]
    public static async Task<AppointmentPayload> HandOverOffice(HandOverOfficeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var held = await LoadAsync(act, input.Id, input.Version);
            AppointmentRules.MustBe(held, "handOverOffice", AppointmentStatus.Active, AppointmentStatus.Suspended);
            var successor = new ProposeAppointmentInput(held.OfficeId, input.Person, held.Role, input.StartsAt, Deputy: held.Deputy);
            AppointmentRules.Check(successor, act.Now);
            await AppointmentRules.CheckPlaceAsync(act, successor);
            if (input.Person.Id == held.PersonId)
            {
                throw Refuse.Invalid("Holds the office already.", "input", "person", "id");
            }

            var id = act.NewId();
            var readers = await AppointmentActs.ProposeAsync(act, id, input.Person.Id ?? act.NewId(), successor, held.Id);
            act.Tell(ChangeType.AppointmentProposed, id, version: 1, readers);
            return id;
        }));

    /// <summary>
    /// Opens an office: an act of the secretariat of a network to which the party belongs, of who speaks for the party (for a ministry of the State, say),
    /// or of an administrator where the party has nobody in office. Until somebody is appointed, the office is vacant.
    /// </summary>
    [Authorize]
    public static async Task<OfficePayload> OpenOffice(OpenOfficeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var party = await OfficeRules.CheckAsync(act, input);
            var id = act.NewId();
            await act.CallAsync(
                "open this office",
                "select r2p.open_office($1, $2, $3, $4, $5)",
                Parameter.Of(id), Parameter.Of(input.Code), Parameter.Of(input.Name), Parameter.Of(party), Parameter.Of(input.Ministry));
            act.TellOfOffice(ChangeType.OfficeOpened, id);
            return id;
        }));

    private static async Task TellOfPredecessorAsync(Act act, Guid? predecessor)
    {
        var ended = await act.Context.Readable<Appointment>().AsNoTracking()
            .SingleOrDefaultAsync(appointment => appointment.Id == predecessor, act.Cancellation);
        if (ended is not null)
        {
            act.Tell(ChangeType.AppointmentEnded, ended.Id, ended.Version, ended.Readers);
        }
    }

    private static async Task<Appointment> LoadAsync(Act act, Guid id, int version)
    {
        var appointment = await act.Context.Readable<Appointment>().AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == id, act.Cancellation) ?? throw Refuse.NotFound("appointment", "input", "id");
        return appointment.Version == version ? appointment : throw Refuse.Stale(appointment.Version);
    }

    private static void Tell(this Act act, ChangeType type, Guid appointment, int version, string[] readers) =>
        act.Session.Append(type.ToldTo(readers) with
        {
            DocumentId = appointment,
            DocumentKind = "APPOINTMENT",
            Version = version,
            ChangesAccess = true,
        });
}

/// <summary>What an act on an appointment came to.</summary>
public sealed class AppointmentPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on an office came to.</summary>
public sealed class OfficePayload(ActResult result) : ActPayload(result);
