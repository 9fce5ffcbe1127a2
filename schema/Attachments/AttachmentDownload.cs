using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;
using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Schema.Attachments;

/// <summary>Sends a file chunk by chunk. Between two chunks no connection is held, however slow the client; each is read under the rights of then.</summary>
public sealed class AttachmentDownload(ReadSession session, ReadingRecord record, Viewer viewer)
{
    /// <summary>The file, if the viewer may read it.</summary>
    public Task<Attachment?> FindAsync(Guid id, CancellationToken cancellation) => session.QueryAsync(
        (db, token) => Attachment.Visible(db).SingleOrDefaultAsync(attachment => attachment.Id == id, token), cancellation);

    /// <summary>Sends it. The reading of a file of a restricted document is on record before the first byte leaves.</summary>
    public async Task SendAsync(HttpContext context, Attachment file)
    {
        if (file.IsRestricted && !session.Access.MayRead([ReaderToken.Office(file.OwnerId)]))
        {
            await session.RenewAsync();
            await record.NoteAsync(viewer, [new RestrictedRead(file.DocumentId, file.Readers)], context.RequestAborted);
        }

        Describe(context.Response, file);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        for (var place = 0; await ReadAsync(file.Id, place, context.RequestAborted) is { } chunk; place++)
        {
            await session.RenewAsync();
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        }
    }

    /// <summary>Whatever the file holds, a browser saves it and shows nothing of it.</summary>
    private static void Describe(HttpResponse response, Attachment file)
    {
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.Name);
        response.ContentType = file.MediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{file.MediaType}; charset=utf-8" : file.MediaType;
        response.ContentLength = file.Bytes;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ETag = $"\"{file.Sha256}\"";
    }

    private Task<byte[]?> ReadAsync(Guid file, int place, CancellationToken cancellation) => session.ReadAsync(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand("select content from r2p.attachment_chunk where attachment_id = $1 and number = $2", connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = file });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = place });
            return await command.ExecuteScalarAsync(token) as byte[];
        },
        cancellation);
}
