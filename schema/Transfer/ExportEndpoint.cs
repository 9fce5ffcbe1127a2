using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.Schema.Endpoints;

namespace R2P.Schema.Transfer;

/// <summary>Sends all of a list that a query asks for, page by page, as long as the client takes it.</summary>
public static class ExportEndpoint
{
    /// <summary>Exports at a time: each holds a snapshot, and what is deleted meanwhile can't be cleared away.</summary>
    private const int MaxAtOnce = 4;

    private static readonly SemaphoreSlim Room = new(MaxAtOnce);

    /// <summary>
    /// <c>POST …/export</c> with <c>{"query", "variables"}</c>, whose one root field is a list with <c>nodes</c>: answers all nodes, in the order of the
    /// list, as <c>application/x-ndjson</c>, or as <c>text/csv</c> where the client prefers that.
    /// </summary>
    public static void MapExport(this IEndpointRouteBuilder endpoints, string path) =>
        endpoints.MapPost(path, context => context.AnswerAsync(ExportAsync)).WithDisplayName("Export");

    private static async Task ExportAsync(HttpContext context)
    {
        await context.EnterToWriteAsync("application/json");
        if (!await Room.WaitAsync(0, context.RequestAborted))
        {
            throw new EndpointException(
                StatusCodes.Status503ServiceUnavailable, "EXPORT_LIMIT_EXCEEDED", $"At most {MaxAtOnce} exports run at a time: try again later.");
        }

        try
        {
            await SendAsync(context);
        }
        finally
        {
            Room.Release();
        }
    }

    private static async Task SendAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var executor = services.GetRequiredService<IOperationExecutor>();
        var (text, variables) = await ReadAsync(context);
        var query = ExportQuery.Parse(executor.Schema, text);
        var pages = new ExportPages(executor, services.GetRequiredService<ReadSession>());
        IExportFormat? format = null;
        await foreach (var page in pages.ReadAsync(query, variables, context.User, context.RequestAborted))
        {
            using (page)
            {
                format ??= Begin(context, query);
                foreach (var node in page.RootElement.GetProperty("data").GetProperty("page").GetProperty("nodes").EnumerateArray())
                {
                    format.Write(context.Response.BodyWriter, node);
                }
            }

            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
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
