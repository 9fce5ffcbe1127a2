using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Changes;

/// <summary>
/// Relays the log to subscribers who ask the same. What each of them will be told of an event is made before they are given it, so that they pass it on
/// without waiting for one another.
/// </summary>
internal sealed class ChangeRelay : IAsyncDisposable
{
    private readonly DocumentStore _store;
    private readonly EventAudiences _audiences;
    private readonly OperationKey _operation;
    private readonly ChangeFilter _filter;
    private volatile ChangeRelays.Membership[] _members = [];

    public ChangeRelay(EventLog log, DocumentStore store, EventAudiences audiences, OperationKey operation, ChangeFilter filter)
    {
        (_store, _audiences, _operation, _filter) = (store, audiences, operation, filter);
        Events = log.Relay(PrepareAsync, async audience => await audience.WhenTold);
    }

    public EventRelay<EventAudience> Events { get; }

    /// <summary>Callers come one at a time.</summary>
    public void Add(ChangeRelays.Membership member) => _members = [.. _members, member];

    /// <summary>Whether it was the last. Callers come one at a time.</summary>
    public bool Remove(ChangeRelays.Membership member)
    {
        _members = Array.FindAll(_members, other => other != member);
        return _members.Length == 0;
    }

    public ValueTask DisposeAsync() => Events.DisposeAsync();

    private async ValueTask<EventAudience?> PrepareAsync(EventHeader header, CancellationToken cancellation)
    {
        _audiences.Heed(header);
        if (!_filter.Concerns(header))
        {
            return null;
        }

        var audience = await _audiences.OfAsync(header);
        if (!_operation.DependsOnCaller)
        {
            await RespondAheadAsync(header, audience);
        }

        return audience;
    }

    /// <summary>What those are told who are known to be told: the others find out when it is their turn. All of it is read together.</summary>
    private async Task RespondAheadAsync(EventHeader header, EventAudience audience)
    {
        var round = _store.OpenRound();
        round.Gathering.Begin();
        var responses = BeginResponses(header, audience, round);
        round.Gathering.End();
        await Task.WhenAll(responses);

        // Their sessions end it, meanwhile.
        _ = round.DisposeAsync().AsTask();
    }

    private List<Task> BeginResponses(EventHeader header, EventAudience audience, ReadRound round)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var responses = new List<Task>();
        foreach (var member in _members)
        {
            if (member.Viewer is { } known
                && seen.Add(known)
                && known.HoldsAt(audience.Moment)
                && known.Viewer.Access.MayRead(header.Readers)
                && audience.For(known.Viewer, _operation, _filter) is var shared
                && seen.Add(shared))
            {
                shared.Round = round;
                responses.Add(member.Operation.RespondAheadAsync(shared));
            }
        }

        return responses;
    }
}
