using R2P.Documents;
using R2P.Documents.Embedded;

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
                DataDirectory = Path.Combine(Path.GetFullPath(options.DataDirectory), "postgres"),
                BinariesDirectory = options.Database.BinariesDirectory,
            },
            loggers.CreateLogger<EmbeddedPostgres>());
        return new Database(new DocumentStoreOptions(embedded.ServiceConnectionString, embedded.OwnerConnectionString), embedded);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
