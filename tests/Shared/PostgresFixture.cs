using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Documents;
using R2P.Documents.Embedded;
using R2P.Tests;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace R2P.Tests;

/// <summary>One real PostgreSQL for all tests of an assembly; whoever asks gets a database of their own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly Lock _gate = new();
    private readonly List<(MigrationSource[] Sources, Task<string> Template)> _templates = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _filled = new(StringComparer.Ordinal);
    private EmbeddedPostgres? _server;
    private int _databases;

    public string DataDirectory { get; } = Path.Combine(Path.GetTempPath(), $"r2p-tests-{Guid.CreateVersion7():N}");

    public EmbeddedPostgres Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = DataDirectory }, NullLogger.Instance);
        await ExecuteAsync("alter system set fsync = off"); // Nobody needs a test's data after a power cut.
        await ExecuteAsync("select pg_reload_conf()");
    }

    /// <summary>A new database with these migrations, the documents' own included.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(params MigrationSource[] sources) =>
        Describe(await CreateAsync(await GetTemplateAsync(sources)));

    /// <summary>A new database that is a copy of one which was filled once for all who name it so.</summary>
    /// <param name="name">What it is filled with.</param>
    /// <param name="fill">Fills it; nobody may be connected to it afterwards.</param>
    /// <param name="sources">The migrations, the documents' own left out.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(string name, Func<TestDatabase, Task> fill, params MigrationSource[] sources) =>
        Describe(await CreateAsync(await _filled.GetOrAdd(name, _ => new Lazy<Task<string>>(() => FillTemplateAsync(fill, sources))).Value));

    /// <summary>A new database without any table.</summary>
    public async Task<TestDatabase> CreateEmptyDatabaseAsync() => Describe(await CreateAsync("template1"));

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>Migrated once for all databases with the same migrations: copying is much quicker.</summary>
    private Task<string> GetTemplateAsync(MigrationSource[] sources)
    {
        lock (_gate)
        {
            if (_templates.Find(t => t.Sources.SequenceEqual(sources)).Template is { } existing)
            {
                return existing;
            }

            var template = MigrateTemplateAsync(sources);
            _templates.Add((sources, template));
            return template;
        }
    }

    private async Task<string> MigrateTemplateAsync(MigrationSource[] sources)
    {
        var name = await CreateAsync("template1");
        await MigrationRunner.RunAsync(
            Describe(name).OwnerConnectionString, [MigrationSource.Documents, .. sources], NullLogger.Instance);
        return name;
    }

    private async Task<string> FillTemplateAsync(Func<TestDatabase, Task> fill, MigrationSource[] sources)
    {
        var name = await CreateAsync(await GetTemplateAsync(sources));
        await fill(Describe(name));
        return name;
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"create database {name} template {template} strategy file_copy"); // Without writing all of it to the log as well.
        return name;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How to reach a database of this server, which need not be there yet.</summary>
    public TestDatabase Describe(string name) => new(
        ForDatabase(Server.OwnerConnectionString, name), ForDatabase(Server.ServiceConnectionString, name));

    private static string ForDatabase(string connectionString, string name) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
}

/// <summary>A database that nobody else uses.</summary>
public sealed record TestDatabase(string OwnerConnectionString, string ServiceConnectionString)
{
    public DocumentStoreOptions Options => new(ServiceConnectionString, OwnerConnectionString);
}
