using Npgsql;
using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>
/// Reads audiences, one for all subscribers who are told of an event at the same time: as long as there are any, with the log's new events, else when one is
/// asked for.
/// </summary>
public sealed class EventAudiences(DocumentStore store, TimeProvider time) : IEventCompanion
{
    private const string Statement = "select position, epoch, at, tokens from r2p.event_audiences($1, $2)";

    /// <summary>
    /// For how long an audience may count as of now, for subscribers who lag behind: what is known lets them catch up with the others. An event that
    /// was committed after rights changed is read after that, so it is never told under the rights before; one that was committed earlier may cross
    /// with the change, as a message under way does.
    /// </summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    /// <summary>For how long after somebody asked they are likely to ask again.</summary>
    private static readonly TimeSpan Interest = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Entry> _current = [];
    private long _takenAway;
    private long? _lastAsked;

    /// <inheritdoc/>
    public CompanionQuestion? Ask(long after, int max)
    {
        var since = time.GetTimestamp();
        lock (_gate)
        {
            if (_lastAsked is not { } asked || time.GetElapsedTime(asked, since) > Interest)
            {
                return null;
            }
        }

        return new CompanionQuestion(
            QuestionOf(after, max),
            async (reader, events, cancellation) => Know(await ReadAsync(reader, events, since, cancellation)));
    }

    /// <summary>Whether an audience that was read before still counts as of now.</summary>
    internal bool IsCurrent(EventAudience audience) =>
        time.GetElapsedTime(audience.ReadAt) < Freshness && audience.ReadAt >= Volatile.Read(ref _takenAway);

    /// <summary>The audience for all who come within a short time.</summary>
    internal Task<EventAudience> OfAsync(EventHeader header)
    {
        lock (_gate)
        {
            var since = time.GetTimestamp();
            _lastAsked = since;
            if (_current.TryGetValue(header.Position, out var known) && !IsOver(known))
            {
                return known.Audience;
            }

            ForgetOld();
            var audience = store.AskAsync((connection, token) => ReadAsync(connection, header, since, token));
            _current[header.Position] = new Entry(audience, since);
            return audience;
        }
    }

    /// <summary>When rights change or a document is taken back, nothing counts any more that was known before.</summary>
    internal void Heed(EventHeader news)
    {
        if (news.ChangesAccess || news.Type == ChangeTypes.Recalled)
        {
            Volatile.Write(ref _takenAway, time.GetTimestamp());
        }
    }

    /// <summary>The audience in the snapshot of a session.</summary>
    internal static Task<EventAudience> ReadAsync(ReadSession session, EventHeader header, CancellationToken cancellation) =>
        session.ReadAsync((connection, token) => ReadAsync(connection, header, 0, token), cancellation);

    private static async Task<EventAudience> ReadAsync(NpgsqlConnection connection, EventHeader header, long since, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { QuestionOf(header.Position - 1, 1) } };
        await batch.PrepareAsync(cancellation);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return (await ReadAsync(reader, [header], since, cancellation)).Single().Audience;
    }

    private static NpgsqlBatchCommand QuestionOf(long after, int max) => new(Statement)
    {
        Parameters = { new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = max } },
    };

    private static async Task<List<(long Position, EventAudience Audience)>> ReadAsync(
        NpgsqlDataReader reader, IReadOnlyList<EventHeader> events, long since, CancellationToken cancellation)
    {
        var found = new List<(long, EventAudience)>(events.Count);
        while (found.Count < events.Count && await reader.ReadAsync(cancellation))
        {
            // Behind the log's, newer ones may have come.
            if (events[found.Count] is var header && header.Position == reader.GetInt64(0))
            {
                found.Add((header.Position, Read(reader, header, since)));
            }
        }

        return found;
    }

    private static EventAudience Read(NpgsqlDataReader reader, EventHeader header, long since) => new(
        header,
        new AccessMoment(reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)),
        reader.IsDBNull(3) ? null : WithEveryones(reader.GetFieldValue<string[]>(3)))
    {
        ReadAt = since,
    };

    /// <summary>By these two the directory is read: offices and parties are public, people are shown to members.</summary>
    private static HashSet<string> WithEveryones(string[] tokens) => [.. tokens, ReaderToken.Public, ReaderToken.Members];

    private void Know(List<(long Position, EventAudience Audience)> audiences)
    {
        lock (_gate)
        {
            ForgetOld();
            foreach (var (position, audience) in audiences)
            {
                _current[position] = new Entry(Task.FromResult(audience), audience.ReadAt);
            }
        }
    }

    private void ForgetOld()
    {
        foreach (var (position, entry) in _current)
        {
            if (IsOver(entry))
            {
                _current.Remove(position);
            }
        }
    }

    private bool IsOver(Entry entry) =>
        entry.Audience.IsFaulted || time.GetElapsedTime(entry.Since) >= Freshness || entry.Since < Volatile.Read(ref _takenAway);

    private sealed record Entry(Task<EventAudience> Audience, long Since);
}
