using Npgsql;

namespace R2P.Bench.Subscriptions.Hand;

/// <summary>Reads what happens, with its document and the office that acted, in one statement; makes the message once; has it sent.</summary>
internal sealed class HandFeed(NpgsqlDataSource source, HandAudience audience)
{
    private const string News =
        """
        select e.position, e.id, e.type, e.version, e.at, e.readers, o.name,
               a.id, a.title, a.summary, a.status, a.version, a.updated_at, a.tags, a.country, a.framework, a.readers
        from r2p.event e join r2p.assessment a on a.id = e.document_id left join r2p.office o on o.id = e.office_id
        where e.position > $1 order by e.position
        """;

    private long _position;

    public async Task RunAsync(string connectionString, CancellationToken cancellation)
    {
        await using var listening = new NpgsqlConnection(connectionString);
        await listening.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand("listen r2p_event", listening))
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await using (var head = source.CreateCommand("select coalesce(max(position), 0) from r2p.event"))
        {
            _position = (long)(await head.ExecuteScalarAsync(cancellation))!;
        }

        await using var reading = await source.OpenConnectionAsync(cancellation);
        await using var news = new NpgsqlCommand(News, reading) { Parameters = { new NpgsqlParameter<long>() } };
        await news.PrepareAsync(cancellation);
        while (!cancellation.IsCancellationRequested)
        {
            await listening.WaitAsync(cancellation);
            ((NpgsqlParameter<long>)news.Parameters[0]).TypedValue = _position;
            await using var rows = await news.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                _position = rows.GetInt64(0);
                await audience.SendAsync(HandMessage.Read(rows));
            }
        }
    }
}
