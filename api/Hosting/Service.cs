using System.Net.Sockets;
using R2P.Api.Authentication;
using R2P.Schema;
using Serilog;

namespace R2P.Api.Hosting;

/// <summary>The life of the service: database, migrations, data, host; and in reverse at the end.</summary>
internal static class Service
{
    /// <summary>Runs until the process is asked to stop. Answers the exit code; a start that fails says why on standard error.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await RunUntilStoppedAsync(args);
            return 0;
        }
        catch (Exception failure) when (StartFailure.Explain(failure) is { } reason)
        {
            await Console.Error.WriteLineAsync($"R2P.Api can't start: {reason}");
            return 1;
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

    private static async Task RunUntilStoppedAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var options = Configuration.Read(builder.Configuration);
        options.Validate(builder.Environment.IsDevelopment());
        using var logging = Logging.Create(builder.Configuration);

        using var telemetry = Telemetry.Start(builder.Configuration);
        RequireFreePort(options.Port);
        await using var database = await Database.StartAsync(options, logging.Factory);
        await database.MigrateAsync(logging.Factory);
        await using var app = Composition.Build(builder, options, database.Connections, logging);
        await app.Services.LoadNetworkAsync(
            options.SampleNetwork ?? builder.Environment.IsDevelopment() ? DevelopmentKey.Issuer : null);
        await app.StartAsync();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true); // What only the start needed goes back to the system.
        await Console.Out.WriteLineAsync($"ready {app.Urls.First()}{Composition.GraphQLPath}");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Said before the database is started, not after.</summary>
    /// <exception cref="StartupException">Somebody else listens there.</exception>
    private static void RequireFreePort(int port)
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException refusal)
        {
            throw new StartupException($"port {port} can't be used ({refusal.Message}). Choose another with --port, or R2P__Port.", refusal);
        }
    }
}
