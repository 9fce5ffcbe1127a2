using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Documents;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests;

/// <summary>A migrated database with nobody in it, and what loads the sample network.</summary>
public sealed class SampleDatabase : IAsyncDisposable
{
    public const string Issuer = "https://issuer.example";

    /// <summary>Those of every feature, as they register them.</summary>
    private static IEnumerable<IDocumentMapping> Mappings =>
        [.. new ServiceCollection().AddNetwork().Where(service => service.ServiceType == typeof(IDocumentMapping)).Select(Create)];

    private SampleDatabase(TestDatabase database)
    {
        OwnerConnectionString = database.OwnerConnectionString;
        Store = new DocumentStore(
            database.Options, Mappings, new EventSignal(), TimeProvider.System, NullLoggerFactory.Instance);
    }

    private static IDocumentMapping Create(ServiceDescriptor mapping) =>
        (IDocumentMapping)(mapping.ImplementationInstance ?? Activator.CreateInstance(mapping.ImplementationType!)!);

    public string OwnerConnectionString { get; }

    public DocumentStore Store { get; }

    public ReferenceParties Parties => new(Store, Catalogue.Catalogue.BuiltIn);

    public SampleNetworkLoader Sample => new(Store, TimeProvider.System);

    public static async Task<SampleDatabase> CreateAsync(PostgresFixture postgres) =>
        new(await postgres.CreateDatabaseAsync(MigrationSource.FromAssembly(typeof(SchemaServices).Assembly)));

    /// <summary>What the database says that a persona may see.</summary>
    public async Task<AccessContext> AccessOfAsync(string persona)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString);
        await using var command = source.CreateCommand("select tokens from r2p.viewer($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Issuer });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"sample:{persona}" });
        return new AccessContext(await command.ExecuteScalarAsync() as string[] ?? [], null, null);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

/// <summary>The loaded sample network, for tests that only read it.</summary>
public sealed class LoadedNetwork(PostgresFixture postgres) : IAsyncLifetime
{
    public SampleDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await SampleDatabase.CreateAsync(postgres);
        await Database.Parties.LoadAsync();
        await Database.Sample.LoadAsync(SampleDatabase.Issuer);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
