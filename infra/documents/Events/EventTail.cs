using System.Collections.Immutable;
using Npgsql;

namespace R2P.Documents;

/// <summary>The one reader of the log in this process: reads each new header once and offers it to every follower.</summary>
internal sealed class EventTail(NpgsqlDataSource source)
{
    private const int PageSize = 500;
    private ImmutableHashSet<EventFollower> _followers = [];
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
        ImmutableInterlocked.Update(ref _followers, (all, one) => all.Add(one), follower);

        return follower;
    }

    public void Detach(EventFollower follower) => ImmutableInterlocked.Update(ref _followers, (all, one) => all.Remove(one), follower);

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

    /// <summary>
    /// Who is attached while a page is read misses nothing: what the page holds was committed before, so their own first read finds it. Followers
    /// run on in this loop as far as they get without waiting, one event for all of them before the next.
    /// </summary>
    private void Publish(List<EventHeader> page)
    {
        foreach (var header in page)
        {
            _position = header.Position;
            foreach (var follower in Volatile.Read(ref _followers))
            {
                follower.Offer(header);
            }
        }
    }
}
