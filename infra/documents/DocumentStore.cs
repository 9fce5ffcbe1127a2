using Microsoft.Extensions.Logging;
using Npgsql;

namespace R2P.Documents;

/// <summary>The documents. Opens sessions, and owns the connections under which they run.</summary>
public sealed class DocumentStore : IAsyncDisposable
{
    private readonly DocumentMappings _mappings;
    private readonly EventSignal _signal;
    private readonly TimeProvider _time;
    private readonly Lazy<NpgsqlDataSource> _owner;

    /// <summary>Prepares a store; connects to nothing yet.</summary>
    public DocumentStore(
        DocumentStoreOptions options,
        IEnumerable<IDocumentMapping> mappings,
        EventSignal signal,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        _mappings = DocumentMappings.Of(mappings, options.ApplyPredicate);
        _signal = signal;
        _time = time;
        Service = Build(options.ServiceConnectionString, loggers);
        _owner = new Lazy<NpgsqlDataSource>(() => Build(options.OwnerConnectionString, loggers));
    }

    internal NpgsqlDataSource Service { get; }

    /// <summary>A session in which the viewer reads. Connects at the first read.</summary>
    /// <param name="access">The viewer.</param>
    /// <param name="snapshot">The snapshot of another session; else it has one of its own.</param>
    /// <param name="gathering">When its statements wait for one another; else they never do, but for <see cref="ReadSession.TogetherAsync"/>.</param>
    public ReadSession OpenRead(AccessContext access, SharedSnapshot? snapshot = null, ReadGathering? gathering = null) =>
        new(_mappings, access, new ReadTurns(Service, snapshot, gathering ?? new ReadGathering()));

    /// <summary>Begins a round in which several viewers read together.</summary>
    public Task<ReadRound> OpenRoundAsync(CancellationToken cancellationToken = default) => ReadRound.OpenAsync(Service, _mappings, cancellationToken);

    /// <summary>
    /// Asks one question for nobody: a single statement, without a transaction around it. Nobody's tokens are set, so no row with readers shows;
    /// it is for functions that decide themselves what they tell.
    /// </summary>
    public async Task<T> AskAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> question, CancellationToken cancellationToken = default)
    {
        await using var connection = await Service.OpenConnectionAsync(cancellationToken);
        return await question(connection, cancellationToken);
    }

    /// <summary>Runs one act: everything that <paramref name="work"/> changes and appends is committed, or nothing.</summary>
    /// <param name="access">Who acts.</param>
    /// <param name="act">What is done; kept with each revision.</param>
    /// <param name="work">Changes documents and appends events. It is not repeated.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed then.</param>
    /// <exception cref="StaleVersionException">Somebody else changed a document meanwhile.</exception>
    /// <exception cref="WriteRefusedException">The viewer may not change a document that they read.</exception>
    /// <exception cref="ConcurrentWriteException">Somebody else wrote, at the same time, what can be there only once.</exception>
    public Task<T> WriteAsync<T>(
        AccessContext access, string act, Func<WriteSession, Task<T>> work, CancellationToken cancellationToken = default) =>
        RunAsync(Service, access, act, work, cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync{T}"/>, but as the owner of the tables, beyond row-level security: for data that the
    /// service loads at start.
    /// </summary>
    public Task<T> SeedAsync<T>(
        AccessContext access, string act, Func<WriteSession, Task<T>> work, CancellationToken cancellationToken = default) =>
        RunAsync(_owner.Value, access, act, work, cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync{T}"/>, but a retry with the same key gets the first outcome instead of doing the work
    /// again. The outcome is stored as JSON: let it name things by id, so that it holds no content.
    /// </summary>
    /// <exception cref="OnceMismatchException">The key was used with another input or for another act.</exception>
    public Task<Once<T>> WriteOnceAsync<T>(
        AccessContext access, OnceKey key, Func<WriteSession, Task<T>> work, CancellationToken cancellationToken = default)
    {
        var person = access.PersonId ?? throw new ArgumentException("Only a person's act can be repeated safely.", nameof(access));
        return WriteAsync(
            access,
            key.Act,
            async session =>
            {
                await OnceRows.LockAsync(session, person, key, cancellationToken);
                if (await OnceRows.FindAsync(session, person, key, cancellationToken) is { } stored)
                {
                    return new Once<T>(OnceRows.Read<T>(stored), Replayed: true);
                }

                var outcome = await work(session);
                await OnceRows.InsertAsync(session, person, key, outcome, _time.GetDatabaseNow(), cancellationToken);
                return new Once<T>(outcome, Replayed: false);
            },
            cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        if (_owner.IsValueCreated)
        {
            await _owner.Value.DisposeAsync();
        }
    }

    private static NpgsqlDataSource Build(string connectionString, ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(loggers);

        // All that a session sets is local to its transaction: there is nothing to reset when a connection goes back.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        return builder.Build();
    }

    private async Task<T> RunAsync<T>(
        NpgsqlDataSource source,
        AccessContext access,
        string act,
        Func<WriteSession, Task<T>> work,
        CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var session = await WriteSession.OpenAsync(
            connection, _mappings, access, act, _time, cancellationToken);
        T result;
        try
        {
            result = await work(session);
            await session.CommitAsync(cancellationToken);
        }
        catch (Exception failure) when (WriteSession.IsConcurrent(failure))
        {
            throw new ConcurrentWriteException(failure);
        }

        if (session.HasEvents)
        {
            _signal.Raise();
        }

        return result;
    }
}
