using Npgsql;

namespace R2P.Documents;

/// <summary>Tells PostgreSQL whose transaction this is. Settings are local to it: a pooled connection carries nothing over.</summary>
internal static class SessionSettings
{
    private const string Announce =
        """
        select set_config('r2p.tokens', $1::text[]::text, true), set_config('r2p.person', $2, true),
            set_config('r2p.office', $3, true), set_config('r2p.act', $4, true)
        """;

    private const string AnnounceReading = $"{Announce}, set_config('transaction_read_only', 'on', true)";

    /// <summary>Before anything else in a transaction: it reads in another one's snapshot.</summary>
    public static async Task EnterSnapshotAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, SharedSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (!snapshot.Name.All(c => char.IsAsciiHexDigit(c) || c == '-'))
        {
            throw new ArgumentException("That is no name of a snapshot.", nameof(snapshot));
        }

        // The statement takes no parameter.
        await using var command = new NpgsqlCommand($"set transaction snapshot '{snapshot.Name}'", connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first statement of a reading transaction: it also takes the snapshot.</summary>
    public static NpgsqlBatchCommand Reading(AccessContext access)
    {
        var statement = new NpgsqlBatchCommand(AnnounceReading);
        AddParameters(statement.Parameters, access, "");
        return statement;
    }

    public static async Task OpenWritingAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        AccessContext access,
        string act,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Announce, connection, transaction);
        AddParameters(command.Parameters, access, act);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task SetWhyAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string? reason, Guid? office, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select set_config('r2p.reason', $1, true), set_config('r2p.office', $2, true)", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason ?? "" });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = office?.ToString() ?? "" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddParameters(NpgsqlParameterCollection parameters, AccessContext access, string act)
    {
        parameters.Add(new NpgsqlParameter<string[]> { TypedValue = access.TokenArray });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = access.PersonId?.ToString() ?? "" });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = access.OfficeId?.ToString() ?? "" });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = act });
    }
}
