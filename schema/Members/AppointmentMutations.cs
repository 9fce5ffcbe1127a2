using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;

namespace R2P.Schema.Members;

/// <summary>The acts of an appointment's life: proposed by those who keep the office, confirmed by a secretariat, ended.</summary>
[MutationType]
public static class AppointmentMutations
{
    /// <summary>
    /// Proposes that somebody hold an office: an act of the office's focal point, of the focal point of its State (or of the State that accredits
    /// it), or of the secretariat of a network to which the office's party belongs.
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
            act.Tell("APPOINTMENT_PROPOSED", id, version: 1, readers);
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
            act.Tell("APPOINTMENT_CONFIRMED", proposal.Id, proposal.Version + 1, [ReaderToken.Members, ReaderToken.Person(person)]);
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
            AppointmentRules.MustBe(held, "endAppointment", AppointmentStatus.Proposed, AppointmentStatus.Active);
            AppointmentRules.CheckEnd(held, input.EndsAt, act.Now);
            await AppointmentActs.EndAsync(act, held, input.EndsAt);
            act.Tell("APPOINTMENT_ENDED", held.Id, held.Version + 1, held.Readers);
            return held.Id;
        }));

    private static async Task<Appointment> LoadAsync(Act act, Guid id, int version)
    {
        var appointment = await act.Context.Readable<Appointment>().AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == id, act.Cancellation) ?? throw Refuse.NotFound("appointment", "input", "id");
        return appointment.Version == version ? appointment : throw Refuse.Stale(appointment.Version);
    }

    private static void Tell(this Act act, string type, Guid appointment, int version, string[] readers) =>
        act.Session.Append(new DocumentEvent(type, readers)
        {
            DocumentId = appointment,
            DocumentKind = "APPOINTMENT",
            Version = version,
            ChangesAccess = true,
        });
}

/// <summary>What an act on an appointment came to.</summary>
public sealed class AppointmentPayload(ActResult result) : ActPayload(result);
