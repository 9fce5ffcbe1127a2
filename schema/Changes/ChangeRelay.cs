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
        if (!_operation.DependsOnCaller && ToldAhead(header, audience) is { Count: > 0 } told)
        {
            await RespondAheadAsync(told, cancellation);
        }

        return audience;
    }

    /// <summary>What those are told who are known to be told: the others find out when it is their turn.</summary>
    private List<(SharedOperation Operation, SharedChange Change)> ToldAhead(EventHeader header, EventAudience audience)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var told = new List<(SharedOperation, SharedChange)>();
        foreach (var member in _members)
        {
            if (member.Viewer is { } known
                && seen.Add(known)
                && known.HoldsAt(audience.Moment)
                && known.Viewer.Access.MayRead(header.Readers)
                && audience.For(known.Viewer, _operation, _filter) is var change
                && seen.Add(change))
            {
                told.Add((member.Operation, change));
            }
        }

        return told;
    }

    /// <summary>Makes the responses. All that they tell is read together.</summary>
    private async Task RespondAheadAsync(List<(SharedOperation Operation, SharedChange Change)> told, CancellationToken cancellation)
    {
        Task[] responses;
        await using (var round = await _store.OpenRoundAsync(cancellation))
        {
            round.Gathering.Begin();
            responses = [.. told.Select(one => Respond(one.Operation, one.Change, round))];
            round.Gathering.End();
        }

        await Task.WhenAll(responses);
    }

    private static Task Respond(SharedOperation operation, SharedChange change, ReadRound round)
    {
        change.Round = round;
        return operation.RespondAheadAsync(change);
    }
}
