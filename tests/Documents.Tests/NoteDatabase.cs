using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests;

/// <summary>A database of its own for each test, with the table of <see cref="Note"/>, and a store on it.</summary>
public abstract class NoteDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly NoteMapping[] Mappings = [new()];
    private readonly List<IAsyncDisposable> _resources = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestDatabase Database { get; private set; } = null!;

    protected EventSignal Signal { get; } = new();

    protected DocumentStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync(NoteMapping.Migrations);
        Store = CreateStore(Signal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var resource in Enumerable.Reverse(_resources))
        {
            await resource.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Another instance of the service on the same database when it has a signal of its own.</summary>
    protected DocumentStore CreateStore(EventSignal signal) =>
        Track(new DocumentStore(Database.Options, Mappings, signal, TimeProvider.System, NullLoggerFactory.Instance));

    protected async Task<EventLog> StartEventLogAsync(DocumentStore store, EventSignal signal)
    {
        var log = Track(new EventLog(store, Database.Options, signal, NullLogger<EventLog>.Instance));
        await log.StartAsync(Cancellation);
        return log;
    }

    /// <summary>Somebody of an office.</summary>
    protected static AccessContext Member(Guid office, params string[] tokens) =>
        new([$"office:{office}", .. tokens], Guid.CreateVersion7(), office);

    protected static Note Draft(Guid office, string title = "A note", params string[] readers) => new()
    {
        Id = Guid.CreateVersion7(),
        OwnerId = office,
        Readers = [$"office:{office}", .. readers],
        Language = "en",
        Title = title,
    };

    protected Task<Note> AddAsync(AccessContext access, Note note) => Store.WriteAsync(
        access,
        "draftNote",
        session =>
        {
            session.Context.Add(note);
            return Task.FromResult(note);
        },
        Cancellation);

    /// <summary>Something happens, of no document, by an office that nobody knows.</summary>
    protected Task<int> AppendAsync(string type, string reader, bool changesAccess = false) => Store.WriteAsync(
        Member(Guid.CreateVersion7()),
        "append",
        session =>
        {
            session.Append(new DocumentEvent(type, [reader]) { ChangesAccess = changesAccess });
            return Task.FromResult(0);
        },
        Cancellation);

    /// <summary>One value, as the service's login sees it in a session of this viewer.</summary>
    protected async Task<T> AskAsync<T>(AccessContext access, string sql)
    {
        await using var session = Store.OpenRead(access);
        return await session.ReadAsync((connection, token) => ScalarAsync<T>(connection, sql, token), Cancellation);
    }

    protected Task<T> ActAsync<T>(AccessContext access, string sql) => Store.WriteAsync(
        access, "raw", session => ScalarAsync<T>(session.Connection, sql, Cancellation), Cancellation);

    /// <summary>One value, as the owner of the tables sees it.</summary>
    protected async Task<T> AskOwnerAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(Cancellation);
        return await ScalarAsync<T>(connection, sql, Cancellation);
    }

    protected static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private T Track<T>(T resource)
        where T : IAsyncDisposable
    {
        _resources.Add(resource);
        return resource;
    }
}
