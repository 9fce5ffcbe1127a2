using Npgsql;
using R2P.Documents;
using R2P.Schema.Acts;

namespace R2P.Schema.Members;

/// <summary>
/// The database's functions that write appointments, people and identities. They decide who may: the service itself can write none of them.
/// </summary>
internal static class AppointmentActs
{
    private const string ActsForAnotherState = "R2P01";

    /// <summary>Proposes; answers the readers of the proposal.</summary>
    /// <param name="act">The act.</param>
    /// <param name="id">The new appointment.</param>
    /// <param name="person">Who is to hold it.</param>
    /// <param name="input">What is proposed.</param>
    /// <param name="succeeds">The appointment that ends when this one begins; null if it ends none.</param>
    public static async Task<string[]> ProposeAsync(Act act, Guid id, Guid person, ProposeAppointmentInput input, Guid? succeeds = null) =>
        (string[])(await act.CallAsync(
            "propose this appointment",
            "select r2p.propose_appointment($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            Parameter.Of(id), Parameter.Of(input.Office), Parameter.Of(person),
            Parameter.Of(input.Person.New?.DisplayName), Parameter.Of(input.Person.New?.Issuer), Parameter.Of(input.Person.New?.Subject),
            Parameter.Of(EnumText.Of(input.Role)), Parameter.Of(input.StartsAt ?? act.Now), Parameter.Of(input.EndsAt),
            Parameter.Of(input.Deputy), Parameter.Of(succeeds)))!;

    /// <summary>Confirms; answers whose appointment it is, who may have been known to the network under another name.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, INVALID_INPUT if the person acts for another State, or CONFLICT.</exception>
    public static async Task<Guid> ConfirmAsync(Act act, Appointment seen)
    {
        try
        {
            return await act.CallAsync(
                "confirm this appointment",
                "select r2p.confirm_appointment($1, $2)",
                Parameter.Of(seen.Id),
                Parameter.Of(seen.Version)) as Guid? ?? throw await act.StaleAsync<Appointment>(seen.Id, "appointment");
        }
        catch (PostgresException refusal) when (refusal.SqlState == ActsForAnotherState)
        {
            throw Refuse.Invalid("The person acts for another State. Nobody acts for two.", "input", "id");
        }
    }

    /// <summary>Ends.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, or CONFLICT.</exception>
    public static async Task EndAsync(Act act, Appointment seen, DateTimeOffset? at)
    {
        if (await act.CallAsync(
            "end this appointment",
            "select r2p.end_appointment($1, $2, $3)",
            Parameter.Of(seen.Id),
            Parameter.Of(seen.Version),
            Parameter.Of(at)) is not true)
        {
            throw await act.StaleAsync<Appointment>(seen.Id, "appointment");
        }
    }

    /// <summary>Suspends.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, or CONFLICT.</exception>
    public static Task SuspendAsync(Act act, Appointment seen) =>
        StepAsync(act, seen, "select r2p.suspend_appointment($1, $2)", "suspend this appointment");

    /// <summary>Lets a suspended appointment count again.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, or CONFLICT.</exception>
    public static Task ResumeAsync(Act act, Appointment seen) =>
        StepAsync(act, seen, "select r2p.resume_appointment($1, $2)", "resume this appointment");

    private static async Task StepAsync(Act act, Appointment seen, string sql, string toDo)
    {
        if (await act.CallAsync(toDo, sql, Parameter.Of(seen.Id), Parameter.Of(seen.Version)) is not true)
        {
            throw await act.StaleAsync<Appointment>(seen.Id, "appointment");
        }
    }
}
