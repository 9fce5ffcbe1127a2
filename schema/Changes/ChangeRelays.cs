using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Changes;

/// <summary>One relay of the log for all subscribers who ask the same, for as long as there are any.</summary>
public sealed class ChangeRelays(EventLog log, EventAudiences audiences)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OperationKey, (EventRelay<EventAudience> Relay, int Members)> _relays = [];

    /// <summary>Takes part in the relay of an operation, until disposed.</summary>
    internal Membership Join(OperationKey operation, ChangeFilter filter)
    {
        lock (_gate)
        {
            var (relay, members) = _relays.TryGetValue(operation, out var known) ? known : (Open(filter), 0);
            _relays[operation] = (relay, members + 1);
            return new Membership(this, operation, relay);
        }
    }

    private EventRelay<EventAudience> Open(ChangeFilter filter) => log.Relay(
        async (header, _) =>
        {
            audiences.Heed(header);
            return filter.Concerns(header) ? await audiences.OfAsync(header) : null;
        },
        async audience => await audience.WhenTold);

    private ValueTask LeaveAsync(OperationKey operation)
    {
        lock (_gate)
        {
            var (relay, members) = _relays[operation];
            if (members > 1)
            {
                _relays[operation] = (relay, members - 1);
                return ValueTask.CompletedTask;
            }

            _relays.Remove(operation);
            return relay.DisposeAsync();
        }
    }

    /// <summary>One subscriber's part in a relay.</summary>
    internal sealed class Membership(ChangeRelays relays, OperationKey operation, EventRelay<EventAudience> relay) : IAsyncDisposable
    {
        public EventRelay<EventAudience> Relay => relay;

        public ValueTask DisposeAsync() => relays.LeaveAsync(operation);
    }
}
