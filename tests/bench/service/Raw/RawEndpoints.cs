using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Bench.Service.Raw;

/// <summary>
/// The baseline: what a careful engineer writes by hand who wants this one answer fast. Authentication, viewer lookup, predicate and transaction
/// are the service's own.
/// </summary>
internal static class RawEndpoints
{
    public static void MapRaw(this WebApplication app)
    {
        var viewers = app.Services.GetRequiredService<ViewerDirectory>();
        var store = app.Services.GetRequiredService<DocumentStore>();
        var audit = RawAudit.Configured();
        app.MapPost("/raw/q1", async (HttpContext context) =>
        {
            var countries = await RawRequest.ReadCountriesAsync(context.Request);
            var viewer = await viewers.FindAsync(context.User, context.RequestAborted);
            await using var session = store.OpenRead(viewer.Access);
            var written = await session.ReadAsync(
                (connection, cancellation) => new AssessmentAnswers(connection, WalledStatements.All, [.. viewer.Access.Tokens])
                    .WriteNewestAsync(context.Response, countries, cancellation),
                context.RequestAborted);
            if (audit is not null)
            {
                await audit.RecordAsync(viewer, written, context.RequestAborted);
            }

            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
        app.MapPost("/raw/q2", async (HttpContext context) =>
        {
            var id = await RawRequest.ReadIdAsync(context.Request);
            var viewer = await viewers.FindAsync(context.User, context.RequestAborted);
            await using var session = store.OpenRead(viewer.Access);
            await session.ReadAsync(
                (connection, cancellation) => new AssessmentAnswers(connection, WalledStatements.All, [.. viewer.Access.Tokens])
                    .WriteOneAsync(context.Response, id, cancellation),
                context.RequestAborted);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
        app.MapPost("/raw/q3", async (HttpContext context) =>
        {
            await viewers.FindAsync(context.User, context.RequestAborted);
            AssessmentAnswers.WriteTypename(context.Response);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });
    }
}
