namespace R2P.Documents;

/// <summary>Those who follow live, from one reader of the log.</summary>
internal sealed class EventFollowers<T>
    where T : class
{
    private readonly Lock _gate = new();

    /// <summary>Never changed, only replaced: who publishes goes through it without a lock.</summary>
    private volatile EventFollower<T>[] _followers = [];

    /// <summary>
    /// A follower that gets everything that is published from here on. Whatever was published before is committed, so a read of the database that
    /// begins after this call finds it.
    /// </summary>
    public EventFollower<T> Attach(long position, Func<EventHeader, T, bool>? tellAtOnce = null)
    {
        var follower = new EventFollower<T>(this, position, tellAtOnce);
        lock (_gate)
        {
            _followers = [.. _followers, follower];
        }

        return follower;
    }

    public void Detach(EventFollower<T> follower)
    {
        lock (_gate)
        {
            _followers = Array.FindAll(_followers, other => other != follower);
        }
    }

    /// <summary>Offers events to all of them, before the next are published.</summary>
    public void Publish(IReadOnlyList<RelayedEvent<T>> events)
    {
        foreach (var follower in _followers)
        {
            for (var i = 0; i < events.Count; i++)
            {
                follower.Offer(events[i].Header, events[i].Prepared);
            }
        }
    }

    /// <summary>Sends all of them back to the database, for what they may have missed.</summary>
    public void End()
    {
        foreach (var follower in _followers)
        {
            follower.End();
        }
    }
}
