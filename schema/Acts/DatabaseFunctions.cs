using Npgsql;
using NpgsqlTypes;

namespace R2P.Schema.Acts;

/// <summary>Calls the database's functions that decide themselves who may: on appointments, memberships, the catalogue, places in exchanges.</summary>
internal static class DatabaseFunctions
{
    /// <summary>What a function answers; null for nothing. It finds what the act has changed so far, and the history keeps the act's reason.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, as the function says.</exception>
    public static async Task<object?> CallAsync(this Act act, string toDo, string sql, params NpgsqlParameter[] parameters)
    {
        await act.Context.SaveChangesAsync(act.Cancellation);
        await using var command = new NpgsqlCommand(sql, act.Session.Connection);
        command.Parameters.AddRange(parameters);
        try
        {
            return await command.ExecuteScalarAsync(act.Cancellation) is var answer and not DBNull ? answer : null;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw Refuse.NotAllowed(toDo);
        }
    }
}

/// <summary>Parameters of those functions, each of the type that the function declares.</summary>
internal static class Parameter
{
    public static NpgsqlParameter Of(Guid? value) => Of(value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(int value) => Of(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(bool value) => Of(value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Of(string? value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter Of(string[] value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter Of(DateOnly? value) => Of(value, NpgsqlDbType.Date);

    public static NpgsqlParameter Of(DateTimeOffset? value) => Of(value?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
