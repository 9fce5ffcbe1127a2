using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Endpoints;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Transfer;

/// <summary>Makes drafts of what was exported, here or elsewhere: all of them, or none.</summary>
public static class ImportEndpoint
{
    private const int MaxBytes = 50 * 1024 * 1024;
    private const int MaxRecords = 2_000;
    private const int MaxProblems = 100;

    private static readonly EndpointRoom Room = new(8, "IMPORT_LIMIT_EXCEEDED", "imports");

    /// <summary>
    /// <c>POST /import/assessments</c> and <c>/import/practices</c>, with records as an export has them (<c>application/x-ndjson</c> or <c>text/csv</c>): each
    /// becomes a draft of the caller's office (<c>?office=ID</c> for who acts for several). What is wrong is told with the line where its record begins and
    /// with its path, and then nothing is imported.
    /// </summary>
    public static void MapImport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/import/{kind}", context => context.AnswerAsync(ImportAsync)).WithDisplayName("Import");

    private static async Task ImportAsync(HttpContext context)
    {
        var kind = context.RequestServices.GetServices<IImportKind>().FirstOrDefault(known => known.Name == context.GetRouteValue("kind") as string)
            ?? throw Refuse.NotFound("kind of import");
        await Room.RunAsync(() => ReceiveAsync(context, kind));
    }

    private static async Task ReceiveAsync(HttpContext context, IImportKind kind)
    {
        var (office, toDo) = (OfficeOf(context), $"import {kind.Name}");
        await using var body = await context.EnterWithBodyAsync(
            ImportFormats.MediaTypes,
            toDo,
            held => Roles.WhoDraft.Contains(held.Role) && (office is null || held.OfficeId == office),
            () => context.Request.SpoolAsync(MaxBytes, TooLarge, context.RequestAborted));
        var format = ImportFormats.Of(context.Request);
        var (problems, documents) = (new List<ImportProblem>(), new List<SharedDocument>());
        var result = await context.RequestServices.GetRequiredService<ActRunner>().RunAsync(
            $"import{char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}",
            async act =>
            {
                var author = act.MustActAs(office, toDo, Roles.WhoDraft);
                await AddAllAsync(act, kind, author, format.ReadAsync(body, kind.Shape, act.Cancellation), documents, problems);
                return problems.Count == 0 && documents.Count > 0 ? documents[0].Id : throw Refuse.Invalid("Nothing was imported.");
            },
            context.RequestAborted);
        await AnswerAsync(context, result, documents, problems);
    }

    private static async Task AddAllAsync(
        Act act,
        IImportKind kind,
        ViewerAppointment author,
        IAsyncEnumerable<ImportRecord> records,
        List<SharedDocument> documents,
        List<ImportProblem> problems)
    {
        var count = 0;
        await foreach (var record in records)
        {
            var isOneTooMany = ++count > MaxRecords;
            if (isOneTooMany)
            {
                problems.Add(new ImportProblem(record.Line, [], $"At most {MaxRecords} records are imported at once."));
            }
            else if (record.Content is { } content)
            {
                await AddAsync(act, kind, author, record.Line, content, documents, problems);
            }

            problems.AddRange(record.Problems.Take(MaxProblems - problems.Count));
            if (isOneTooMany || problems.Count >= MaxProblems)
            {
                return;
            }
        }
    }

    private static async Task AddAsync(
        Act act, IImportKind kind, ViewerAppointment author, int line, JsonObject content, List<SharedDocument> documents, List<ImportProblem> problems)
    {
        try
        {
            documents.Add(await kind.AddAsync(act, author, content));
        }
        catch (JsonException problem)
        {
            problems.Add(new ImportProblem(line, ImportLine.PathOf(problem), "Is unknown, missing or of another type here."));
        }
        catch (ActRefusedException refusal)
        {
            problems.AddRange(
                refusal.Errors.Select(error => new ImportProblem(line, [.. (error.Path ?? []).SkipWhile(step => step == "input")], error.Message)));
        }
    }

    private static EndpointException TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge, "FILE_SIZE_LIMIT_EXCEEDED", $"The body is larger than {MaxBytes / (1024 * 1024)} MB.");

    private static Guid? OfficeOf(HttpContext context)
    {
        if (context.Request.Query["office"].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        return NodeId.TryParse(text, out var id) && id.TypeName == nameof(Office) ? id.Id : throw Refuse.NotFound("office", "office");
    }

    private static Task AnswerAsync(HttpContext context, ActResult result, List<SharedDocument> documents, List<ImportProblem> problems)
    {
        if (problems.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsJsonAsync(
                new { errors = problems.Select(problem => new { problem.Message, extensions = new { code = "INVALID_INPUT", problem.Line, problem.Path } }) },
                context.RequestAborted);
        }

        if (result.Id is null)
        {
            throw new ActRefusedException(result.Errors);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        return context.Response.WriteAsJsonAsync(
            new { imported = documents.Count, ids = documents.Select(document => new NodeId(document.Kind.ToString(), document.Id).ToString()) },
            context.RequestAborted);
    }
}
