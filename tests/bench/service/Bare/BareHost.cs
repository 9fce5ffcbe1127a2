using Npgsql;
using R2P.Api.Hosting;

namespace R2P.Bench.Service.Bare;

/// <summary>
/// What the servers without a wall have in common: Kestrel on the loopback, no log, one pool of connections. Says where <c>/graphql</c> is, and runs
/// until it is told to end.
/// </summary>
internal static class BareHost
{
    public static async Task RunAsync(Action<IServiceCollection> addServices, Action<WebApplication> mapEndpoints)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var options = Configuration.Read(builder.Configuration);
        await using var source = Connect(options.Database.OwnerConnectionString!);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        builder.Services.AddSingleton(source).AddScoped<GatheredReads>();
        addServices(builder.Services);

        await using var app = builder.Build();
        mapEndpoints(app);
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"ready {app.Urls.First()}/graphql");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Nothing is set on a connection, so that nothing has to be reset; the peers' driver does not do it either.</summary>
    private static NpgsqlDataSource Connect(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true });
}
