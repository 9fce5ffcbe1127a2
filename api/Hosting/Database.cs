using R2P.Documents;
using R2P.Documents.Embedded;
using R2P.Schema;

namespace R2P.Api.Hosting;

/// <summary>The database of this run: the configured one, or a private server that is stopped at the end.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private Database(DocumentStoreOptions connections, EmbeddedPostgres? embedded) => (Connections, _embedded) = (connections, embedded);

    public DocumentStoreOptions Connections { get; }

    public static async Task<Database> StartAsync(ServiceOptions options, ILoggerFactory loggers)
    {
        if (options.Database is { ServiceConnectionString: { } service, OwnerConnectionString: { } owner })
        {
            return new Database(new DocumentStoreOptions(service, owner), embedded: null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = DirectoryOf(options),
                BinariesDirectory = options.Database.BinariesDirectory,
            },
            loggers.CreateLogger<EmbeddedPostgres>());
        return new Database(new DocumentStoreOptions(embedded.ServiceConnectionString, embedded.OwnerConnectionString), embedded);
    }

    /// <summary>The database for a command: the one of the service, if that runs, which goes on with it; else as the service would have it.</summary>
    public static async Task<Database> ReachAsync(ServiceOptions options, ILoggerFactory loggers) =>
        options.Database.OwnerConnectionString is null && await EmbeddedPostgres.FindRunningAsync(DirectoryOf(options)) is { } running
            ? new Database(new DocumentStoreOptions(running.Service, running.Owner), embedded: null)
            : await StartAsync(options, loggers);

    /// <summary>Brings it up to date.</summary>
    public Task MigrateAsync(ILoggerFactory loggers) => MigrationRunner.RunAsync(
        Connections.OwnerConnectionString,
        [MigrationSource.Documents, MigrationSource.FromAssembly(typeof(SchemaServices).Assembly)],
        loggers.CreateLogger(typeof(MigrationRunner)));

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string DirectoryOf(ServiceOptions options) => Path.Combine(Path.GetFullPath(options.DataDirectory), "postgres");
}
