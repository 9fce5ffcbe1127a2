using Npgsql;
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
    public static Task RunAsync() => BareHost.RunAsync(
        services => services
            .AddScoped<IReadGathering>(scope => scope.GetRequiredService<GatheredReads>())
            .AddGraphQL(graphql => graphql.AddType(typeof(Queries)).AddType(typeof(AssessmentFields))),
        app =>
        {
            app.MapGraphQL("/graphql");
            MapRaw(app, app.Services.GetRequiredService<NpgsqlDataSource>());
        });
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
