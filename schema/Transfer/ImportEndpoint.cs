using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL;
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

    /// <summary>
    /// <c>POST /import/assessments</c> and <c>/import/practices</c>, with lines as an export has them (<c>application/x-ndjson</c>): each becomes a draft of
    /// the caller's office (<c>?office=ID</c> for who acts for several). What is wrong is told with its line and path, and then nothing is imported.
    /// </summary>
    public static void MapImport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/import/{kind}", context => context.AnswerAsync(ImportAsync)).WithDisplayName("Import");

    private static async Task ImportAsync(HttpContext context)
    {
        await context.EnterToWriteAsync(NdjsonFormat.MediaType);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        var kind = context.RequestServices.GetServices<IImportKind>().FirstOrDefault(known => known.Name == context.GetRouteValue("kind") as string)
            ?? throw Refuse.NotFound("kind of import");
        var (office, problems, documents) = (OfficeOf(context), new List<ImportProblem>(), new List<SharedDocument>());
        var result = await context.RequestServices.GetRequiredService<ActRunner>().RunAsync(
            $"import{char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}",
            async act =>
            {
                await ReadAsync(context, act, kind, office, documents, problems);
                return problems.Count == 0 && documents.Count > 0 ? documents[0].Id : throw Refuse.Invalid("Nothing was imported.");
            },
            context.RequestAborted);
        await AnswerAsync(context, result, documents, problems);
    }

    private static async Task ReadAsync(
        HttpContext context, Act act, IImportKind kind, Guid? office, List<SharedDocument> documents, List<ImportProblem> problems)
    {
        // What is no UTF-8 comes as U+FFFD, and stays visible in the draft.
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        for (var number = 1; await reader.ReadLineAsync(context.RequestAborted) is { } line && problems.Count < MaxProblems; number++)
        {
            if (number > MaxLines)
            {
                problems.Add(new ImportProblem(number, [], $"At most {MaxLines} lines are imported at once."));
                return;
            }

            if (line.Length > 0)
            {
                await AddAsync(act, kind, office, line, number, documents, problems);
            }
        }
    }

    private static async Task AddAsync(
        Act act, IImportKind kind, Guid? office, string line, int number, List<SharedDocument> documents, List<ImportProblem> problems)
    {
        try
        {
            documents.Add(await kind.AddAsync(act, ImportLine.Parse(line), office));
        }
        catch (JsonException problem)
        {
            problems.Add(new ImportProblem(number, ImportLine.PathOf(problem), "Is unknown, missing or of another type here."));
        }
        catch (ActRefusedException refusal) when (refusal.Errors[0].Code != UserErrorCode.NotAllowed)
        {
            problems.AddRange(refusal.Errors.Select(error => new ImportProblem(number, [.. (error.Path ?? []).SkipWhile(step => step == "input")], error.Message)));
        }
    }

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
