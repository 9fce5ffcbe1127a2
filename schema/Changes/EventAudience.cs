using System.Collections.Concurrent;
using Npgsql;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>
/// Who may hear of one event, as of the moment when it is told. Subscribers between whom the answer can't differ are given the same
/// <see cref="SharedChange"/>.
/// </summary>
/// <param name="position">The event's place in the log.</param>
/// <param name="moment">When this was read.</param>
/// <param name="deciding">The tokens that decide; null if they are not known.</param>
internal sealed class EventAudience(long position, AccessMoment moment, IReadOnlyCollection<string>? deciding)
{
    private readonly ConcurrentDictionary<Viewer, string> _parts = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<(OperationKey, string), SharedChange> _shared = [];

    public AccessMoment Moment => moment;

    /// <summary>The tokens by which somebody may see the event or what it shows of its document; null if they are not known.</summary>
    public IReadOnlyCollection<string>? Deciding => deciding;

    /// <summary>
    /// The change as this viewer is told it together with others. It is read and answered with those of the viewer's tokens that decide, and with no
    /// other right: so whoever is given it holds every right under which it was made, and nobody can learn from it what they may not see. Who holds
    /// another part of the deciding tokens, or asks something else, is given another one.
    /// </summary>
    public SharedChange For(Viewer viewer, OperationKey operation, ChangeFilter filter)
    {
        var part = _parts.GetOrAdd(viewer, static (viewer, deciding) => Part(viewer, deciding), deciding!);
        return _shared.GetOrAdd(
            (operation, part),
            static (key, made) => new SharedChange(made.position, key.Item2.Split(Separator), made.deciding, made.filter),
            (position, deciding: deciding!, filter));
    }

    /// <summary>The one character that no text in PostgreSQL holds.</summary>
    private const char Separator = '\0';

    private static string Part(Viewer viewer, IReadOnlyCollection<string> deciding) =>
        string.Join(Separator, viewer.Tokens.Where(deciding.Contains).Order(StringComparer.Ordinal));
}

/// <summary>Reads audiences, one for all subscribers who are told of an event at the same time.</summary>
public sealed class EventAudiences(DocumentStore store, TimeProvider time)
{
    /// <summary>
    /// For how long an audience counts as of now. An event that was committed after a change of rights is read after it, so it is never told under
    /// the rights before; one that was committed earlier may cross with the change for this long.
    /// </summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (Task<EventAudience> Audience, long Since)> _current = [];

    internal Task<EventAudience> OfAsync(long position)
    {
        lock (_gate)
        {
            if (_current.TryGetValue(position, out var known) && time.GetElapsedTime(known.Since) < Freshness && !known.Audience.IsFaulted)
            {
                return known.Audience;
            }

            foreach (var (old, entry) in _current)
            {
                if (time.GetElapsedTime(entry.Since) >= Freshness)
                {
                    _current.Remove(old);
                }
            }

            var since = time.GetTimestamp();
            var audience = ReadAsync(position);
            _current[position] = (audience, since);
            return audience;
        }
    }

    /// <summary>The audience in the snapshot of a session.</summary>
    internal static Task<EventAudience> ReadAsync(ReadSession session, long position, CancellationToken cancellation) => session.ReadAsync(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand("select epoch, at, tokens from r2p.event_audience($1)", connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
            await using var reader = await command.ExecuteReaderAsync(token);
            await reader.ReadAsync(token);
            var moment = new AccessMoment(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1));
            return new EventAudience(position, moment, reader.IsDBNull(2) ? null : WithEveryones(reader.GetFieldValue<string[]>(2)));
        },
        cancellation);

    private async Task<EventAudience> ReadAsync(long position)
    {
        await using var session = store.OpenRead(AccessContext.Anonymous);
        return await ReadAsync(session, position, CancellationToken.None);
    }

    /// <summary>By these two the directory is read: offices and parties are public, people are shown to members.</summary>
    private static HashSet<string> WithEveryones(string[] tokens) => [.. tokens, ReaderToken.Public, ReaderToken.Members];
}
