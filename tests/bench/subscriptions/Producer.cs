using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace R2P.Bench.Subscriptions;

/// <summary>
/// Another writer on the same database: changes one published document after the other, each in a transaction that raises the document's version
/// and appends an event to the log, commits, and rings the bell. Then it tells when each commit returned.
/// </summary>
internal static class Producer
{
    /// <summary>The number of an event lies in the last eight digits of its id; before it stands which server is measured.</summary>
    private const string IdPrefix = "0199c0de-0000-7000-8000-";

    public static async Task<int> RunAsync(Settings settings)
    {
        await using var connection = await Database.OpenAsync(settings);
        var topics = await Database.ReadTopicsAsync(connection);
        await using var change = new NpgsqlCommand(
            "update r2p.assessment set version = version + 1, updated_at = now(), summary = $2 where id = $1 returning version", connection)
        {
            Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<string>() },
        };
        await using var announce = new NpgsqlCommand("select set_config('r2p.office', $1, true)", connection)
        {
            Parameters = { new NpgsqlParameter<string>() },
        };
        await using var tell = new NpgsqlCommand("select r2p.append_events($1)", connection)
        {
            Parameters = { new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Jsonb } },
        };
        await using var ring = new NpgsqlCommand("notify r2p_event", connection);

        var commits = new long[settings.Events];
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < settings.Events; number++)
        {
            var early = TimeSpan.FromSeconds(settings.DueAt(number)) - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            var topic = topics[number % topics.Count];
            await using var transaction = await connection.BeginTransactionAsync();
            ((NpgsqlParameter<string>)announce.Parameters[0]).TypedValue = $"{topic.OwnerId}";
            await announce.ExecuteNonQueryAsync();
            ((NpgsqlParameter<Guid>)change.Parameters[0]).TypedValue = topic.Id;
            ((NpgsqlParameter<string>)change.Parameters[1]).TypedValue = $"Change {number}. {Filling}";
            var version = (int)(await change.ExecuteScalarAsync())!;
            ((NpgsqlParameter<string>)tell.Parameters[0]).TypedValue = EventOf(settings.Series, topic, number, version);
            await tell.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            commits[number] = Stopwatch.GetTimestamp();
            await ring.ExecuteNonQueryAsync();
        }

        var output = new StringBuilder();
        foreach (var commit in commits)
        {
            output.Append(commit).Append('\n');
        }

        await Console.Out.WriteAsync(output);
        return 0;
    }

    private static string Filling { get; } = string.Concat(Enumerable.Repeat("Two districts report that talks have begun again. ", 6));

    private static string EventOf(int series, Topic topic, int number, int version) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        [{"id": "{{IdPrefix}}{{series:x4}}{{number:x8}}", "type": "ASSESSMENT_REVISED", "documentId": "{{topic.Id}}", "documentKind": "ASSESSMENT",
          "version": {{version}}, "hidesActor": false, "changesAccess": false, "data": {},
          "readers": [{{string.Join(',', topic.Readers.Select(reader => $"\"{reader}\""))}}]}]
        """);
}
