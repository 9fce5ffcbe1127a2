using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using R2P.Documents.Embedded;

namespace R2P.Bench.Service;

/// <summary>
/// <c>database DIR</c>: a private PostgreSQL for all servers of a comparison, as the service makes its own, but with room for everybody's pool. Says
/// how to reach it in one line of JSON; stops it when standard input ends.
/// </summary>
internal static class DatabaseCommand
{
    private const int MaxConnections = 500;

    public static async Task RunAsync(string directory)
    {
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = Path.GetFullPath(directory),
            BinariesDirectory = Environment.GetEnvironmentVariable("R2P__Database__BinariesDirectory"),
        };
        await using (var first = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance))
        {
            await MakeRoomAsync(first.OwnerConnectionString);
        }

        await using var database = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
        {
            service = database.ServiceConnectionString,
            owner = database.OwnerConnectionString,
            version = await VersionAsync(database.OwnerConnectionString),
        }));
        await Console.In.ReadToEndAsync();
    }

    private static async Task MakeRoomAsync(string owner)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand($"alter system set max_connections = {MaxConnections}");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> VersionAsync(string owner)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand("show server_version");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
