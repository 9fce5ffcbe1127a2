using System.Data;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// The only way to a connection for reading: one connection, one snapshot, one viewer. Everything that is read between
/// two calls of <see cref="RenewAsync"/> belongs to one moment. Callers may come concurrently; their statements queue.
/// </summary>
public sealed class ReadSession : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly DocumentMappings _mappings;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<Guid, RestrictedRead> _restrictedReads = [];
    private readonly SharedSnapshot? _shared;
    private NpgsqlConnection? _connection;
    private Snapshot? _snapshot;
    private DocumentContext? _context;

    internal ReadSession(NpgsqlDataSource source, DocumentMappings mappings, AccessContext access, SharedSnapshot? shared)
    {
        _shared = shared;
        _source = source;
        _mappings = mappings;
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
            async (connection, snapshot) =>
            {
                await snapshot.TellAsync(cancellationToken);
                return await raw(connection, cancellationToken);
            },
            cancellationToken);

    /// <summary>Reads with LINQ, without tracking. The context is lent for the call only: finish the query inside.</summary>
    public Task<T> QueryAsync<T>(
        Func<DocumentContext, CancellationToken, Task<T>> query, CancellationToken cancellationToken = default) =>
        InTurnAsync(
            (connection, snapshot) =>
            {
                if (_context is null)
                {
                    _context = _mappings.Rent();
                    _context.Enter(connection, snapshot, Access, _restrictedReads);
                }

                return query(_context, cancellationToken);
            },
            cancellationToken);

    /// <summary>Ends the snapshot and gives the connection back: the next read sees what was committed meanwhile.</summary>
    public async Task RenewAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await ReleaseAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        _turn.Dispose();
    }

    private async Task ReleaseAsync()
    {
        await EndSnapshotAsync();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task<T> InTurnAsync<T>(Func<NpgsqlConnection, Snapshot, Task<T>> read, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (connection, snapshot) = await OpenAsync(cancellationToken);
            return await read(connection, snapshot);
        }
        catch
        {
            // A failed statement spoils the transaction for the fields that have done nothing wrong.
            await EndSnapshotAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<(NpgsqlConnection Connection, Snapshot Snapshot)> OpenAsync(CancellationToken cancellationToken)
    {
        _connection ??= await _source.OpenConnectionAsync(cancellationToken);
        if (_connection.State != ConnectionState.Open)
        {
            await _connection.OpenAsync(cancellationToken);
        }

        _snapshot ??= await Snapshot.BeginAsync(_connection, Access, _shared, cancellationToken);
        return (_connection, _snapshot);
    }

    private async Task EndSnapshotAsync()
    {
        if (_context is not null)
        {
            _context.Leave();
            _mappings.Return(_context);
            _context = null;
        }

        if (_snapshot is not null)
        {
            await _snapshot.DisposeAsync();
            _snapshot = null;
        }
    }
}

/// <summary>A moment of the database that several sessions read in: PostgreSQL's name of it.</summary>
public sealed record SharedSnapshot(string Name);
