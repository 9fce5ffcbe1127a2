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

    /// <summary>The first round trip of a reading transaction: it also takes the snapshot.</summary>
    public static async Task OpenReadingAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, AccessContext access, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set transaction read only"));
        batch.BatchCommands.Add(Announcement(access, ""));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task OpenWritingAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        AccessContext access,
        string act,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Announcement(access, act));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task SetReasonAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string? reason, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select set_config('r2p.reason', $1, true)", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason ?? "" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Announcement(AccessContext access, string act) => new(Announce)
    {
        Parameters =
        {
            new NpgsqlParameter<string[]> { TypedValue = [.. access.Tokens] },
            new NpgsqlParameter<string> { TypedValue = access.PersonId?.ToString() ?? "" },
            new NpgsqlParameter<string> { TypedValue = access.OfficeId?.ToString() ?? "" },
            new NpgsqlParameter<string> { TypedValue = act },
        },
    };
}
