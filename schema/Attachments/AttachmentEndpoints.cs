using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Endpoints;

namespace R2P.Schema.Attachments;

/// <summary>Files over HTTP: what GraphQL tells of them, sent and fetched as they are.</summary>
public static class AttachmentEndpoints
{
    private const string Path = "/attachments";

    /// <summary>The type that a body has here: no page can make a browser send it without asking first (Fetch standard, CORS protocol).</summary>
    private const string BodyType = "application/octet-stream";

    private static readonly EndpointRoom Room = new(32, "UPLOAD_LIMIT_EXCEEDED", "uploads");

    /// <summary>
    /// <c>POST /attachments?document=ID&amp;name=NAME</c> adds a file to a document; <c>GET /attachments/ID</c> sends it. Refusals are GraphQL errors.
    /// </summary>
    public static void MapAttachments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path, context => context.AnswerAsync(UploadAsync)).WithDisplayName("Attachments");
        endpoints.MapMethods(Path + "/{id}", [HttpMethods.Get, HttpMethods.Head], context => context.AnswerAsync(DownloadAsync)).WithDisplayName("Attachment");
    }

    internal static string UrlOf(Guid id) => $"{Path}/{new NodeId(nameof(Attachment), id)}";

    private static Task UploadAsync(HttpContext context) => Room.RunAsync(async () =>
    {
        var request = context.Request;
        await using var body = await context.EnterWithBodyAsync(
            [BodyType],
            "add a file",
            held => Roles.WhoDraft.Contains(held.Role),
            () => request.SpoolAsync(AttachmentUpload.MaxBytes, FileRefusal.TooLarge, context.RequestAborted));
        if (!NodeId.TryParse(request.Query["document"], out var document))
        {
            throw Refuse.NotFound("document", "document");
        }

        var upload = context.RequestServices.GetRequiredService<AttachmentUpload>();
        var result = await upload.AddAsync(document, request.Query["name"].ToString(), body, context.RequestAborted);
        if (result.Id is not { } id)
        {
            throw new ActRefusedException(result.Errors);
        }

        await AnswerAsync(context, id);
    });

    private static async Task AnswerAsync(HttpContext context, Guid id)
    {
        var file = await context.RequestServices.GetRequiredService<AttachmentDownload>().FindAsync(id, context.RequestAborted)
            ?? throw Refuse.NotFound("attachment");
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = file.Url;
        await context.Response.WriteAsJsonAsync(
            new { id = new NodeId(nameof(Attachment), id).ToString(), file.Name, file.MediaType, file.Bytes, file.Sha256, file.Url }, context.RequestAborted);
    }

    private static async Task DownloadAsync(HttpContext context)
    {
        await context.EnterAsync();
        var download = context.RequestServices.GetRequiredService<AttachmentDownload>();
        if (!NodeId.TryParse(context.GetRouteValue("id") as string, out var id)
            || id.TypeName != nameof(Attachment)
            || await download.FindAsync(id.Id, context.RequestAborted) is not { } file)
        {
            throw Refuse.NotFound("attachment");
        }

        await download.SendAsync(context, file);
    }
}
