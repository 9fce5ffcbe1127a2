using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>One relay of the log for all subscribers who ask the same, for as long as there are any.</summary>
public sealed class ChangeRelays(EventLog log, DocumentStore store, EventAudiences audiences)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OperationKey, ChangeRelay> _relays = [];

    /// <summary>Takes part in the relay of an operation, until disposed.</summary>
    internal Membership Join(SharedOperation operation, ChangeFilter filter)
    {
        lock (_gate)
        {
            if (!_relays.TryGetValue(operation.Key, out var relay))
            {
                _relays[operation.Key] = relay = new ChangeRelay(log, store, audiences, operation.Key, filter);
            }

            var member = new Membership(this, relay, operation);
            relay.Add(member);
            return member;
        }
    }

    private ValueTask LeaveAsync(Membership member)
    {
        lock (_gate)
        {
            return member.Relay.Remove(member) && _relays.Remove(member.Operation.Key) ? member.Relay.DisposeAsync() : ValueTask.CompletedTask;
        }
    }

    /// <summary>One subscriber's part in a relay.</summary>
    internal sealed class Membership(ChangeRelays relays, ChangeRelay relay, SharedOperation operation) : IAsyncDisposable
    {
        public ChangeRelay Relay => relay;

        public SharedOperation Operation => operation;

        /// <summary>Who the subscriber is, as far as that is known.</summary>
        public ViewerAsOf? Viewer { get; set; }

        public ValueTask DisposeAsync() => relays.LeaveAsync(this);
    }
}
