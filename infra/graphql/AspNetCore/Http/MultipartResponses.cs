using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>
/// Incremental delivery over HTTP: the parts of a response as those of a multipart/mixed body, each sent at once. The work lasts no longer than an
/// operation may, so nothing keeps the body alive; a client that takes nothing, or whose token expires, is cut off.
/// </summary>
internal sealed class MultipartResponses(IOptions<GraphQLTransportOptions> options, TimeProvider time)
{
    /// <summary>Long parts are flushed in pieces of this size: progress is measured, not the size of an answer.</summary>
    private const int PieceSize = 16 * 1024;

    private static readonly ReadOnlyMemory<byte> Start = "\r\n---\r\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> PartHead = "Content-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray();

    /// <summary>Clients read a part when they see its end, so that goes out with it; what follows is only known later.</summary>
    private static readonly ReadOnlyMemory<byte> PartTail = "\r\n---"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> NextPart = "\r\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> End = "--\r\n"u8.ToArray();

    /// <summary>Sends all parts.</summary>
    public async Task WriteAsync(HttpContext context, MultipartForm form, IncrementalResult result)
    {
        StreamedResponse.Begin(context, form.ContentType);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var expiry = TokenExpiry.Watch(context.User, time, life.Cancel);
        try
        {
            await WriteAsync(context, result, life.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task WriteAsync(HttpContext context, IncrementalResult result, CancellationToken cancellation)
    {
        var body = context.Response.BodyWriter;
        var before = Start;
        await foreach (var part in result.Responses.WithCancellation(cancellation))
        {
            using (part)
            {
                body.Write(before.Span);
                body.Write(PartHead.Span);
                foreach (var segment in part.Utf8Json)
                {
                    for (var rest = segment; !rest.IsEmpty; rest = rest[Math.Min(PieceSize, rest.Length)..])
                    {
                        body.Write(rest.Span[..Math.Min(PieceSize, rest.Length)]);
                        if (rest.Length > PieceSize)
                        {
                            await FlushAsync(context, body);
                        }
                    }
                }

                body.Write(PartTail.Span);
                await FlushAsync(context, body);
                before = NextPart;
            }
        }

        body.Write(End.Span);
        await FlushAsync(context, body);
    }

    private async ValueTask FlushAsync(HttpContext context, PipeWriter body)
    {
        var flush = body.FlushAsync(context.RequestAborted);
        if (flush.IsCompletedSuccessfully)
        {
            return;
        }

        using var timer = time.CreateTimer(static state => ((HttpContext)state!).Abort(), context, options.Value.SlowConsumerTimeout, Timeout.InfiniteTimeSpan);
        await flush;
    }
}
