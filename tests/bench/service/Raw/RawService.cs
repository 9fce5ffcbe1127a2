using R2P.Api.Hosting;

namespace R2P.Bench.Service.Raw;

/// <summary>The service as it is composed, with hand-written endpoints beside <c>/graphql</c>.</summary>
internal static class RawService
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        var options = Configuration.Read(builder.Configuration);
        using var logging = Logging.Create(builder.Configuration);
        await using var database = await Database.StartAsync(options, logging.Factory);
        await using var app = Composition.Build(builder, options, database.Connections, logging);
        RawEndpoints.Map(app);
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"ready {app.Urls.First()}/raw");
        await app.WaitForShutdownAsync();
    }
}
