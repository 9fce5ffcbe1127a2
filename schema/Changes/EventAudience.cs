using System.Collections.Concurrent;
using Npgsql;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>
/// Who may hear of one event, as of the moment when it is told. Subscribers between whom the answer can't differ are given the same
/// <see cref="SharedChange"/>; where it is not known what decides, or each reading is recorded, only those who are one person.
/// </summary>
/// <param name="header">The event.</param>
/// <param name="moment">When this was read.</param>
/// <param name="deciding">The tokens that decide; null if they are not known, or if who reads is on record.</param>
public sealed class EventAudience(EventHeader header, AccessMoment moment, IReadOnlyCollection<string>? deciding)
{
    /// <summary>The one character that no text in PostgreSQL holds.</summary>
    private const char Separator = '\0';

    private readonly ConcurrentDictionary<(OperationKey Operation, string Part), SharedChange> _shared = [];

    /// <summary>The same by viewer, to find it without looking at tokens; a viewer is one object as long as it holds the same.</summary>
    private readonly ConcurrentDictionary<(Viewer Viewer, OperationKey Operation), SharedChange> _given = [];

    public AccessMoment Moment => moment;

    /// <summary>When reading it began, by the process's own clock.</summary>
    internal long ReadAt { get; init; }

    /// <summary>The tokens by which somebody may see the event or what it shows of its document; null if each is told in their own name.</summary>
    public IReadOnlyCollection<string>? Deciding => deciding;

    /// <summary>
    /// The change as this viewer is told it together with others. It is read and answered with those of the viewer's tokens that decide, and with no
    /// other right: so whoever is given it holds every right under which it was made, and nobody can learn from it what they may not see. Who holds
    /// another part of the deciding tokens, or asks something else, is given another one. Where each is told in their own name, all who are this
    /// viewer are told once.
    /// </summary>
    internal SharedChange For(Viewer viewer, OperationKey operation, ChangeFilter filter) =>
        _given.TryGetValue((viewer, operation), out var known)
            ? known
            : _given.GetOrAdd((viewer, operation), deciding is null ? new SharedChange(header, viewer, null, filter) : OfPart(viewer, operation, filter));

    /// <summary>When everything that was asked for so far is answered.</summary>
    public Task WhenTold => Task.WhenAll(_given.Values.Distinct().Select(change => change.WhenResponded));

    private SharedChange OfPart(Viewer viewer, OperationKey operation, ChangeFilter filter)
    {
        string[] part = [.. viewer.Tokens.Where(deciding!.Contains).Order(StringComparer.Ordinal)];
        return _shared.GetOrAdd(
            (operation, string.Join(Separator, part)),
            static (_, made) => new SharedChange(made.header, new Viewer { Tokens = made.part }, made.deciding, made.filter),
            (header, part, deciding, filter));
    }
}

/// <summary>Reads audiences, one for all subscribers who are told of an event at the same time.</summary>
public sealed class EventAudiences(DocumentStore store, TimeProvider time)
{
    /// <summary>
    /// For how long an audience may count as of now, for subscribers who lag behind: what is known lets them catch up with the others. An event that
    /// was committed after rights changed is read after that, so it is never told under the rights before; one that was committed earlier may cross
    /// with the change, as a message under way does.
    /// </summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Entry> _current = [];
    private long _takenAway;

    /// <summary>Whether an audience that was read before still counts as of now.</summary>
    internal bool IsCurrent(EventAudience audience) =>
        time.GetElapsedTime(audience.ReadAt) < Freshness && audience.ReadAt >= Volatile.Read(ref _takenAway);

    /// <summary>The audience for all who come within a short time.</summary>
    internal Task<EventAudience> OfAsync(EventHeader header)
    {
        lock (_gate)
        {
            if (_current.TryGetValue(header.Position, out var known) && !IsOver(known))
            {
                return known.Audience;
            }

            foreach (var (position, entry) in _current)
            {
                if (IsOver(entry))
                {
                    _current.Remove(position);
                }
            }

            var since = time.GetTimestamp();
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
        await using var command = new NpgsqlCommand("select epoch, at, tokens from r2p.event_audience($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = header.Position });
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var moment = new AccessMoment(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1));
        return new EventAudience(header, moment, reader.IsDBNull(2) ? null : WithEveryones(reader.GetFieldValue<string[]>(2))) { ReadAt = since };
    }

    /// <summary>By these two the directory is read: offices and parties are public, people are shown to members.</summary>
    private static HashSet<string> WithEveryones(string[] tokens) => [.. tokens, ReaderToken.Public, ReaderToken.Members];

    private bool IsOver(Entry entry) =>
        entry.Audience.IsFaulted || time.GetElapsedTime(entry.Since) >= Freshness || entry.Since < Volatile.Read(ref _takenAway);

    private sealed record Entry(Task<EventAudience> Audience, long Since);
}
