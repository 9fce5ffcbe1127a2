using Npgsql;

namespace R2P.Documents;

/// <summary>The one reader of the log in this process: reads each new header once and offers it to every follower.</summary>
internal sealed class EventTail(NpgsqlDataSource source)
{
    private const int PageSize = 500;
    private readonly Lock _gate = new();
    private readonly HashSet<EventFollower> _followers = [];
    private long _position;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _position = await EventRows.ReadHeadAsync(source, cancellationToken);

    /// <summary>
    /// A follower that gets everything from here on. Whatever the tail has read before is committed, so a read of the
    /// database that begins after this call finds it.
    /// </summary>
    public EventFollower Attach()
    {
        var follower = new EventFollower(this);
        lock (_gate)
        {
            _followers.Add(follower);
        }

        return follower;
    }

    public void Detach(EventFollower follower)
    {
        lock (_gate)
        {
            _followers.Remove(follower);
        }
    }

    public async Task ReadUpAsync(CancellationToken cancellationToken)
    {
        List<EventHeader> page;
        do
        {
            page = await EventRows.ReadAllAsync(source, _position, PageSize, cancellationToken);
            Publish(page);
        }
        while (page.Count == PageSize);
    }

    private void Publish(List<EventHeader> page)
    {
        lock (_gate)
        {
            foreach (var header in page)
            {
                foreach (var follower in _followers)
                {
                    follower.Offer(header);
                }

                _position = header.Position;
            }
        }
    }
}
