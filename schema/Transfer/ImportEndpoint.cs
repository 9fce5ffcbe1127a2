using System.Text.Json;
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
    private const int MaxLines = 2_000;
    private const int MaxProblems = 100;

    private static readonly EndpointRoom Room = new(8, "IMPORT_LIMIT_EXCEEDED", "imports");

    /// <summary>
    /// <c>POST /import/assessments</c> and <c>/import/practices</c>, with lines as an export has them (<c>application/x-ndjson</c>): each becomes a draft of
    /// the caller's office (<c>?office=ID</c> for who acts for several). What is wrong is told with its line and path, and then nothing is imported.
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
            NdjsonFormat.MediaType,
            toDo,
            held => Roles.WhoDraft.Contains(held.Role) && (office is null || held.OfficeId == office),
            () => context.Request.SpoolAsync(MaxBytes, TooLarge, context.RequestAborted));
        var (problems, documents) = (new List<ImportProblem>(), new List<SharedDocument>());
        var result = await context.RequestServices.GetRequiredService<ActRunner>().RunAsync(
            $"import{char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}",
            async act =>
            {
                await ReadAsync(body, act, kind, act.MustActAs(office, toDo, Roles.WhoDraft), documents, problems);
                return problems.Count == 0 && documents.Count > 0 ? documents[0].Id : throw Refuse.Invalid("Nothing was imported.");
            },
            context.RequestAborted);
        await AnswerAsync(context, result, documents, problems);
    }

    private static async Task ReadAsync(
        Stream body, Act act, IImportKind kind, ViewerAppointment author, List<SharedDocument> documents, List<ImportProblem> problems)
    {
        var number = 0;
        await foreach (var line in ImportLines.ReadAsync(body, act.Cancellation))
        {
            if (++number > MaxLines)
            {
                problems.Add(new ImportProblem(number, [], $"At most {MaxLines} lines are imported at once."));
            }
            else if (line is null)
            {
                problems.Add(new ImportProblem(number, [], $"Is longer than {ImportLines.MaxBytes} bytes."));
            }
            else if (line.Length > 0)
            {
                await AddAsync(act, kind, author, line, number, documents, problems);
            }

            if (number > MaxLines || line is null || problems.Count >= MaxProblems)
            {
                return;
            }
        }
    }

    private static async Task AddAsync(
        Act act, IImportKind kind, ViewerAppointment author, string line, int number, List<SharedDocument> documents, List<ImportProblem> problems)
    {
        try
        {
            documents.Add(await kind.AddAsync(act, author, ImportLine.Parse(line)));
        }
        catch (JsonException problem)
        {
            problems.Add(new ImportProblem(number, ImportLine.PathOf(problem), "Is unknown, missing or of another type here."));
        }
        catch (ActRefusedException refusal)
        {
            problems.AddRange(
                refusal.Errors.Select(error => new ImportProblem(number, [.. (error.Path ?? []).SkipWhile(step => step == "input")], error.Message)));
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

    private sealed record ImportProblem(int Line, IReadOnlyList<string> Path, string Message);
}
