using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace R2P.Documents;

/// <summary>Names one call of one person, so that its retry is recognized.</summary>
/// <param name="ClientMutationId">What the client calls it.</param>
/// <param name="Act">The mutation.</param>
/// <param name="InputHash">A hash of its input.</param>
public sealed record OnceKey(string ClientMutationId, string Act, string InputHash);

/// <summary>What a call answered, and whether the work was done now or by an earlier call.</summary>
public sealed record Once<T>(T Outcome, bool Replayed);

/// <summary>The rows of <c>r2p.act_outcome</c>.</summary>
internal static class OnceRows
{
    /// <summary>Lets one of several equal calls go first. Held until the transaction ends.</summary>
    public static async Task LockAsync(WriteSession session, Guid personId, OnceKey key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select r2p.lock_alone('CALL', $1)", session.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{personId}/{key.ClientMutationId}" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The stored outcome of an earlier call, if there was one.</summary>
    /// <exception cref="OnceMismatchException">The id stands for another call.</exception>
    public static async Task<string?> FindAsync(
        WriteSession session, Guid personId, OnceKey key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select act, input_hash, outcome::text from r2p.act_outcome
            where person_id = $1 and client_mutation_id = $2
            """,
            session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = personId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.ClientMutationId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        return reader.GetString(0) == key.Act && reader.GetString(1) == key.InputHash
            ? reader.GetString(2)
            : throw new OnceMismatchException(key.ClientMutationId);
    }

    public static async Task InsertAsync<T>(
        WriteSession session, Guid personId, OnceKey key, T outcome, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into r2p.act_outcome (person_id, client_mutation_id, act, input_hash, outcome, at) values ($1, $2, $3, $4, $5, $6)",
            session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = personId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.ClientMutationId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Act });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.InputHash });
        command.Parameters.Add(new NpgsqlParameter<string>
        {
            TypedValue = JsonSerializer.Serialize(outcome, JsonSerializerOptions.Web),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static T Read<T>(string outcome) => JsonSerializer.Deserialize<T>(outcome, JsonSerializerOptions.Web)!;
}
