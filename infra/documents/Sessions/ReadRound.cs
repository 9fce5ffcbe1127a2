using Npgsql;

namespace R2P.Documents;

/// <summary>
/// One moment of the database in which several viewers read, over one connection: what they ask at the same time goes to PostgreSQL in one round trip.
/// Each sees what they may see. Its connection is given back when the round is disposed, and the sessions in it are, or read alone.
/// </summary>
public sealed class ReadRound : IAsyncDisposable
{
    private readonly DocumentMappings _mappings;
    private readonly NpgsqlDataSource _source;
    private readonly ReadTurns _turns;
    private bool _isDisposed;

    private ReadRound(NpgsqlDataSource source, DocumentMappings mappings)
    {
        (_source, _mappings) = (source, mappings);
        _turns = new ReadTurns(source, null, Gathering, isRound: true);
    }

    /// <summary>
    /// Begins one. Its connection is there from the beginning: who had to wait for it would come too late to ask with the others.
    /// </summary>
    internal static async Task<ReadRound> OpenAsync(NpgsqlDataSource source, DocumentMappings mappings, CancellationToken cancellation)
    {
        var round = new ReadRound(source, mappings);
        try
        {
            await round._turns.OpenAsync(cancellation);
            return round;
        }
        catch
        {
            await round.DisposeAsync();
            throw;
        }
    }

    /// <summary>When the statements of all of them wait for one another.</summary>
    public ReadGathering Gathering { get; } = new();

    /// <summary>A session in which one of them reads. Who comes when the round is over reads alone.</summary>
    public ReadSession OpenRead(AccessContext access) =>
        new(_mappings, access, _turns.TryJoin() ? _turns : new ReadTurns(_source, null, new ReadGathering()));

    /// <summary>Lets the sessions in it end it.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _isDisposed, true) ? ValueTask.CompletedTask : _turns.DisposeAsync();
}
