using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Endpoints;

namespace R2P.Schema.Transfer;

/// <summary>Sends all of a list that a query asks for, page by page, as long as the client takes it.</summary>
public static class ExportEndpoint
{
    /// <summary>Exports at a time: each holds a snapshot, and what is deleted meanwhile can't be cleared away.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(15);

    private static readonly EndpointRoom Room = new(4, "EXPORT_LIMIT_EXCEEDED", "exports");

    /// <summary>
    /// <c>POST …/export</c> with <c>{"query", "variables"}</c>, whose one root field is a list with <c>nodes</c>: answers all nodes, in the order of the
    /// list, as <c>application/x-ndjson</c>, or as <c>text/csv</c> where the client prefers that.
    /// </summary>
    public static void MapExport(this IEndpointRouteBuilder endpoints, string path) =>
        endpoints.MapPost(path, context => context.AnswerAsync(ExportAsync)).WithDisplayName("Export");

    private static async Task ExportAsync(HttpContext context)
    {
        var viewer = await context.EnterToWriteAsync("application/json");
        if (viewer.Appointments.Count == 0)
        {
            throw Refuse.NotAllowed("export");
        }

        var (text, variables) = await ReadAsync(context);
        var query = ExportQuery.Parse(context.RequestServices.GetRequiredService<IOperationExecutor>().Schema, text);
        await Room.RunAsync(() => SendInTimeAsync(context, query, variables, viewer));
    }

    /// <summary>
    /// Whoever takes it too slowly gets no more of it: others wait for the room, and the database for the end of the snapshot. Nor does anybody whose token
    /// has expired, or whose rights have ended.
    /// </summary>
    private static async Task SendInTimeAsync(HttpContext context, ExportQuery query, JsonObject variables, Viewer viewer)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        using var deadline = new CancellationTokenSource(MostTime, time);
        using var signedOut = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, deadline.Token, signedOut.Token);
        using var expiry = TokenExpiry.Watch(context.User, time, signedOut.Cancel);
        try
        {
            await SendAsync(context, query, variables, viewer, ending.Token);
        }
        catch (Exception end) when (context.Response.HasStarted
            && (end is ActRefusedException || deadline.IsCancellationRequested || signedOut.IsCancellationRequested))
        {
            // Half of a list must not look whole.
            context.Abort();
        }
        catch (OperationCanceledException) when (signedOut.IsCancellationRequested)
        {
            throw new EndpointException(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "Your token has expired.");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new EndpointException(
                StatusCodes.Status503ServiceUnavailable, "EXPORT_LIMIT_EXCEEDED", $"An export may take {MostTime.TotalMinutes} minutes: ask for less.");
        }
    }

    private static async Task SendAsync(HttpContext context, ExportQuery query, JsonObject variables, Viewer viewer, CancellationToken cancellation)
    {
        var services = context.RequestServices;
        var pages = new ExportPages(services.GetRequiredService<IOperationExecutor>(), services.GetRequiredService<ReadSession>());
        IExportFormat? format = null;
        await foreach (var page in pages.ReadAsync(query, variables, context.User, cancellation))
        {
            using (page)
            {
                await MustStillHoldAsync(context, viewer, cancellation);
                format ??= Begin(context, query);
                foreach (var node in page.List.GetProperty("nodes").EnumerateArray())
                {
                    format.Write(context.Response.BodyWriter, node);
                }
            }

            await context.Response.BodyWriter.FlushAsync(cancellation);
        }
    }

    /// <summary>Each page is read with the rights of then: with fewer than at the beginning, the rest would lack what the viewer can't know of.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED.</exception>
    private static async Task MustStillHoldAsync(HttpContext context, Viewer viewer, CancellationToken cancellation)
    {
        var now = await context.RequestServices.GetRequiredService<ViewerDirectory>().FindAsync(context.User, cancellation);
        if (now.Appointments.Count == 0 || viewer.Tokens.Except(now.Tokens).Any())
        {
            throw Refuse.NotAllowed("go on with this export");
        }
    }

    /// <summary>The first page is there: the query is one that can be answered.</summary>
    private static IExportFormat Begin(HttpContext context, ExportQuery query)
    {
        IExportFormat format = context.Request.Headers.Accept.ToString().Contains(CsvFormat.MediaType, StringComparison.OrdinalIgnoreCase)
            ? new CsvFormat(query.Columns())
            : new NdjsonFormat();
        context.Response.ContentType = format.ContentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        format.Begin(context.Response.BodyWriter);
        return format;
    }

    private static async Task<(string Query, JsonObject Variables)> ReadAsync(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("query", out var query)
                && query.ValueKind == JsonValueKind.String)
            {
                var variables = body.RootElement.TryGetProperty("variables", out var given) && given.ValueKind == JsonValueKind.Object
                    ? JsonObject.Create(given.Clone())
                    : null;
                return (query.GetString()!, variables ?? []);
            }
        }
        catch (JsonException)
        {
            // Answered below, as any other body that is no request.
        }

        throw new EndpointException(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "Send a JSON object with \"query\".");
    }
}
