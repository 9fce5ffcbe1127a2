using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using R2P.Documents;
using R2P.Schema.Acts;

namespace R2P.Schema.Members;

/// <summary>
/// The database's functions that write appointments, people and identities. They decide who may: the service itself can write none of them.
/// </summary>
internal static class AppointmentActs
{
    /// <summary>Proposes; answers the readers of the proposal.</summary>
    public static async Task<string[]> ProposeAsync(Act act, Guid id, Guid person, ProposeAppointmentInput input)
    {
        await using var command = Command(
            act,
            "select r2p.propose_appointment($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Of(id), Of(input.Office), Of(person),
            Of(input.Person.New?.DisplayName), Of(input.Person.New?.Issuer), Of(input.Person.New?.Subject),
            Of(EnumText.Of(input.Role)), Of(input.StartsAt ?? act.Now), Of(input.EndsAt));
        return (string[])(await ExecuteAsync(act, command, "propose this appointment"))!;
    }

    /// <summary>Confirms; answers whose appointment it is, who may have been known to the network under another name.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, or CONFLICT.</exception>
    public static async Task<Guid> ConfirmAsync(Act act, Appointment seen)
    {
        await using var command = Command(act, "select r2p.confirm_appointment($1, $2)", Of(seen.Id), Of(seen.Version));
        return await ExecuteAsync(act, command, "confirm this appointment") as Guid? ?? throw await StaleAsync(act, seen);
    }

    /// <summary>Ends.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, or CONFLICT.</exception>
    public static async Task EndAsync(Act act, Appointment seen, DateTimeOffset? at)
    {
        await using var command = Command(act, "select r2p.end_appointment($1, $2, $3)", Of(seen.Id), Of(seen.Version), Of(at));
        if (await ExecuteAsync(act, command, "end this appointment") is not true)
        {
            throw await StaleAsync(act, seen);
        }
    }

    private static async Task<object?> ExecuteAsync(Act act, NpgsqlCommand command, string toDo)
    {
        try
        {
            return await command.ExecuteScalarAsync(act.Cancellation);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw Refuse.NotAllowed(toDo);
        }
    }

    private static async Task<ActRefusedException> StaleAsync(Act act, Appointment seen)
    {
        var current = await act.Context.Readable<Appointment>()
            .Where(appointment => appointment.Id == seen.Id)
            .Select(appointment => (int?)appointment.Version)
            .SingleOrDefaultAsync(act.Cancellation);
        return current is { } version ? Refuse.Stale(version) : Refuse.NotFound("appointment", "input", "id");
    }

    private static NpgsqlCommand Command(Act act, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, act.Session.Connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter<Guid> Of(Guid value) => new() { TypedValue = value };

    private static NpgsqlParameter<int> Of(int value) => new() { TypedValue = value };

    private static NpgsqlParameter Of(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Of(DateTimeOffset? value) =>
        new() { Value = value?.ToUniversalTime() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
