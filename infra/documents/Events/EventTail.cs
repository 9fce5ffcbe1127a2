using System.Diagnostics;
using Npgsql;

namespace R2P.Documents;

/// <summary>The one reader of the log in this process: reads each new header once and offers it to every follower.</summary>
internal sealed class EventTail(NpgsqlDataSource source, IEventCompanion? companion)
{
    private const int PageSize = 500;
    private long _position;
    private volatile ClockReading _clock = new(DateTimeOffset.MinValue, 0);

    public EventFollowers<object> Followers { get; } = new();

    /// <summary>Who has to look again when a date comes.</summary>
    public AccessDates Dates { get; } = new();

    /// <summary>How long it is until a date comes that concerns a follower, by what the database's clock showed last.</summary>
    public TimeSpan UntilNextDate => Dates.Next - _clock.Now - Stopwatch.GetElapsedTime(_clock.At);

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _position = await EventRows.ReadHeadAsync(source, cancellationToken);

    public async Task ReadUpAsync(CancellationToken cancellationToken)
    {
        List<EventHeader> page;
        do
        {
            var since = Stopwatch.GetTimestamp();
            (page, var now) = await EventRows.ReadNewAsync(source, _position, PageSize, companion?.Ask(_position, PageSize), cancellationToken);
            _clock = new ClockReading(now, since);
            if (page is [.., var last])
            {
                _position = last.Position;
                Followers.Publish(page.ConvertAll(header => new RelayedEvent<object>(header, null)));
            }
        }
        while (page.Count == PageSize);
        Dates.Pass(_clock.Now);
    }

    /// <summary>What the database's clock showed, and when it was asked, by this process's own.</summary>
    private sealed record ClockReading(DateTimeOffset Now, long At);
}
