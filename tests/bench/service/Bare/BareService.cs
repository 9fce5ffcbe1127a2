using Npgsql;
using R2P.Api.Hosting;
using R2P.Bench.Service.Raw;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Execution;

namespace R2P.Bench.Service.Bare;

/// <summary>
/// Without authentication, viewer lookup, predicate and transaction: the hand-written endpoints at <c>/raw</c>, and a schema of our engine at
/// <c>/graphql</c> such as a service author writes it.
/// </summary>
internal static class BareService
{
    public static async Task RunAsync()
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
        builder.Services.AddSingleton(source);
        builder.Services.AddScoped<GatheredReads>().AddScoped<IReadGathering>(services => services.GetRequiredService<GatheredReads>());
        builder.Services.AddGraphQL(graphql => graphql.AddType(typeof(Queries)).AddType(typeof(AssessmentFields)));

        await using var app = builder.Build();
        app.MapGraphQL("/graphql");
        MapRaw(app, source);
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"ready {app.Urls.First()}/graphql");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Nothing is set on a connection, so that nothing has to be reset; the peers' driver does not do it either.</summary>
    private static NpgsqlDataSource Connect(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true });

    private static void MapRaw(WebApplication app, NpgsqlDataSource source)
    {
        app.MapPost("/raw/q1", async (HttpContext context) =>
        {
            var countries = await RawRequest.ReadCountriesAsync(context.Request);
            await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
            await new AssessmentAnswers(connection, BareStatements.All, tokens: null)
                .WriteNewestAsync(context.Response, countries, context.RequestAborted);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
        app.MapPost("/raw/q2", async (HttpContext context) =>
        {
            var id = await RawRequest.ReadIdAsync(context.Request);
            await using var connection = await source.OpenConnectionAsync(context.RequestAborted);
            await new AssessmentAnswers(connection, BareStatements.All, tokens: null)
                .WriteOneAsync(context.Response, id, context.RequestAborted);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
        app.MapPost("/raw/q3", async (HttpContext context) =>
        {
            AssessmentAnswers.WriteTypename(context.Response);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
    }
}
