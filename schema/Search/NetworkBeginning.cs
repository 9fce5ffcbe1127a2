using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Search;

/// <summary>When the network's past begins. That never changes, so the database is asked once.</summary>
public sealed class NetworkBeginning(DocumentStore store)
{
    private long _ticks;

    public async ValueTask<DateTimeOffset> FindAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _ticks) is var known and not 0)
        {
            return new DateTimeOffset(known, TimeSpan.Zero);
        }

        var began = await store.AskAsync(ReadAsync, cancellation);
        Volatile.Write(ref _ticks, began.UtcTicks);
        return began;
    }

    private static async Task<DateTimeOffset> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select r2p.network_began()", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetFieldValue<DateTimeOffset>(0);
    }
}
