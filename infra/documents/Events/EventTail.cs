using Npgsql;

namespace R2P.Documents;

/// <summary>The one reader of the log in this process: reads each new header once and offers it to every follower.</summary>
internal sealed class EventTail(NpgsqlDataSource source)
{
    private const int PageSize = 500;
    private long _position;

    public EventFollowers<object> Followers { get; } = new();

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _position = await EventRows.ReadHeadAsync(source, cancellationToken);

    public async Task ReadUpAsync(CancellationToken cancellationToken)
    {
        List<EventHeader> page;
        do
        {
            page = await EventRows.ReadAllAsync(source, _position, PageSize, cancellationToken);
            foreach (var header in page)
            {
                _position = header.Position;
                Followers.Publish(header, null);
            }
        }
        while (page.Count == PageSize);
    }
}
