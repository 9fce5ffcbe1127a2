using Npgsql;

namespace R2P.Documents;

/// <summary>
/// The only way to a connection for reading: one connection, one snapshot, one viewer; in a <see cref="ReadRound"/> the first two are shared. Everything
/// that is read between two calls of <see cref="RenewAsync"/> belongs to one moment. Callers may come concurrently; their statements queue, or gather.
/// </summary>
public sealed class ReadSession : IAsyncDisposable
{
    private readonly DocumentMappings _mappings;
    private readonly Dictionary<Guid, RestrictedRead> _restrictedReads = [];
    private ReadTurns _turns;
    private DocumentContext? _context;
    private int _inside;
    private bool _isDisposed;

    internal ReadSession(DocumentMappings mappings, AccessContext access, ReadTurns turns)
    {
        _mappings = mappings;
        _turns = turns;
        Access = access;
    }

    /// <summary>Who reads.</summary>
    public AccessContext Access { get; }

    /// <summary>The restricted documents that were read since this was asked last, for others than their owner's office.</summary>
    public IReadOnlyCollection<RestrictedRead> TakeRestrictedReads()
    {
        if (_restrictedReads.Count == 0)
        {
            return [];
        }

        RestrictedRead[] taken = [.. _restrictedReads.Values];
        _restrictedReads.Clear();
        return taken;
    }

    /// <summary>Lets other sessions read in the snapshot of this one, as long as this one neither ends it nor is ended.</summary>
    public async Task<SharedSnapshot> ShareSnapshotAsync(CancellationToken cancellationToken = default) => new(await ReadAsync(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand("select pg_export_snapshot()", connection);
            return (string)(await command.ExecuteScalarAsync(token))!;
        },
        cancellationToken));

    /// <summary>Reads with SQL. The connection is lent for the call only.</summary>
    public Task<T> ReadAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> raw, CancellationToken cancellationToken = default) =>
        InTurnAsync(
            async (turns, connection) =>
            {
                await turns.TellAsync(Access, cancellationToken);
                return await raw(connection, cancellationToken);
            },
            cancellationToken);

    /// <summary>Reads with LINQ, without tracking. The context is lent for the call only: finish the query inside.</summary>
    public Task<T> QueryAsync<T>(
        Func<DocumentContext, CancellationToken, Task<T>> query, CancellationToken cancellationToken = default) =>
        InTurnAsync(
            (turns, connection) =>
            {
                if (_context is null)
                {
                    _context = _mappings.Rent();
                    _context.Enter(connection, turns, Access, _restrictedReads);
                }

                return query(_context, cancellationToken);
            },
            cancellationToken);

    /// <summary>Reads two things in one round trip, as far as neither waits for anything else.</summary>
    public async Task<(T1 First, T2 Second)> TogetherAsync<T1, T2>(Func<Task<T1>> first, Func<Task<T2>> second)
    {
        var (one, other) = Begin(first, second);
        await Task.WhenAll(one, other);
        return (await one, await other);
    }

    /// <summary>
    /// Ends the snapshot, and gives the connection back: the next read sees what was committed meanwhile. In a round the others keep both, and this session reads
    /// alone from now on.
    /// </summary>
    public async Task RenewAsync()
    {
        var ended = _turns;
        await ended.TakeAsync(CancellationToken.None);
        try
        {
            ReleaseContext();
            _turns = await ended.RenewAsync();
        }
        finally
        {
            ended.GiveBack();
        }

        if (_turns != ended)
        {
            await ended.DisposeAsync();
        }
    }

    /// <summary>
    /// Gives the connection back, unless others still read over it. Once, however often it is called: a second time would be at the cost of another.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return ValueTask.CompletedTask;
        }

        ReleaseContext();
        return _turns.DisposeAsync();
    }

    private (Task<T1> First, Task<T2> Second) Begin<T1, T2>(Func<Task<T1>> first, Func<Task<T2>> second)
    {
        _turns.Gathering.Begin();
        try
        {
            return (first(), second());
        }
        finally
        {
            _turns.Gathering.End();
        }
    }

    /// <summary>A context that somebody still holds serves nobody else any more.</summary>
    private void ReleaseContext()
    {
        if (_context is { } context && _inside == 0)
        {
            context.Leave();
            _mappings.Return(context);
        }

        _context = null;
    }

    private async Task<T> InTurnAsync<T>(Func<ReadTurns, NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        var turns = _turns;
        await turns.TakeAsync(cancellationToken);
        _inside++;
        try
        {
            return await read(turns, await turns.OpenAsync(cancellationToken));
        }
        catch
        {
            // A failed statement spoils the transaction for the fields that have done nothing wrong.
            await turns.EndSnapshotAsync();
            throw;
        }
        finally
        {
            _inside--;
            turns.GiveBack();
        }
    }
}

/// <summary>A moment of the database that several sessions read in: PostgreSQL's name of it.</summary>
public sealed record SharedSnapshot(string Name);
