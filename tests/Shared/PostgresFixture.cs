using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Documents;
using R2P.Documents.Embedded;
using R2P.Tests;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace R2P.Tests;

/// <summary>One real PostgreSQL for all tests of an assembly; each test class takes a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string _directory = Path.Combine(
        Path.GetTempPath(), $"r2p-tests-{Guid.CreateVersion7():N}");

    private EmbeddedPostgres? _server;
    private int _databases;

    private EmbeddedPostgres Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync() =>
        _server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = _directory }, NullLogger.Instance);

    /// <summary>A new database with these migrations, the documents' own included.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(params IEnumerable<MigrationSource> sources)
    {
        var database = await CreateEmptyDatabaseAsync();
        await MigrationRunner.RunAsync(
            database.OwnerConnectionString, [MigrationSource.Documents, .. sources], NullLogger.Instance);
        return database;
    }

    /// <summary>A new database without any table.</summary>
    public async Task<TestDatabase> CreateEmptyDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(Server.OwnerConnectionString);
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = "create database " + name;
        await create.ExecuteNonQueryAsync();
        return new TestDatabase(
            ForDatabase(Server.OwnerConnectionString, name), ForDatabase(Server.ServiceConnectionString, name));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static string ForDatabase(string connectionString, string name) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
}

/// <summary>A database of one test class.</summary>
public sealed record TestDatabase(string OwnerConnectionString, string ServiceConnectionString)
{
    public DocumentStoreOptions Options => new(ServiceConnectionString, OwnerConnectionString);
}
