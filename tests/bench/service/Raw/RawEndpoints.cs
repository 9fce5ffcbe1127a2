using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Bench.Service.Raw;

/// <summary>
/// The baseline: what a careful engineer writes by hand who wants these answers fast. Authentication, viewer lookup, predicate and transaction are
/// the service's own.
/// </summary>
internal sealed class RawEndpoints(ViewerDirectory viewers, DocumentStore store, RawAudit? audit)
{
    public static void Map(WebApplication app)
    {
        var endpoints = new RawEndpoints(
            app.Services.GetRequiredService<ViewerDirectory>(), app.Services.GetRequiredService<DocumentStore>(), RawAudit.Configured());
        app.MapPost("/raw/q1", endpoints.AnswerNewestAsync);
        app.MapPost("/raw/q2", endpoints.AnswerOneAsync);
        app.MapPost("/raw/q3", endpoints.AnswerTypenameAsync);
    }

    private async Task AnswerNewestAsync(HttpContext context)
    {
        var countries = await RawRequest.ReadCountriesAsync(context.Request);
        var viewer = await viewers.FindAsync(context.User, context.RequestAborted);
        await using var session = store.OpenRead(viewer.Access);
        var ids = await session.ReadAsync(
            (connection, cancellation) => new AssessmentAnswers(connection, WalledStatements.All, [.. viewer.Access.Tokens])
                .WriteNewestAsync(context.Response, countries, cancellation),
            context.RequestAborted);
        if (audit is not null)
        {
            await audit.RecordAsync(viewer, ids, context.RequestAborted);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private async Task AnswerOneAsync(HttpContext context)
    {
        var id = await RawRequest.ReadIdAsync(context.Request);
        var viewer = await viewers.FindAsync(context.User, context.RequestAborted);
        await using var session = store.OpenRead(viewer.Access);
        await session.ReadAsync(
            (connection, cancellation) => new AssessmentAnswers(connection, WalledStatements.All, [.. viewer.Access.Tokens])
                .WriteOneAsync(context.Response, id, cancellation),
            context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private async Task AnswerTypenameAsync(HttpContext context)
    {
        await viewers.FindAsync(context.User, context.RequestAborted);
        AssessmentAnswers.WriteTypename(context.Response);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
