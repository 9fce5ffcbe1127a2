using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP, "POST": one JSON object in UTF-8, or an array of them, of a bounded size.</summary>
internal static class RequestBody
{
    /// <summary>Reads the whole body, and the parameters out of it; an array only if <paramref name="maxBatchSize"/> is more than one.</summary>
    /// <exception cref="TransportException">The body is of another type, too large, empty, or no request.</exception>
    public static async ValueTask<PostedRequests> ReadAsync(
        HttpRequest request, GraphQLOptions options, int maxBatchSize, CancellationToken cancellation)
    {
        RefuseOtherTypes(request);
        var limit = options.MaxRequestBytes;
        if (request.ContentLength > limit)
        {
            throw TooLarge(request, limit, request.ContentLength);
        }

        RaiseLimitOfServer(request, limit);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var body = read.Buffer;
            if (body.Length > limit)
            {
                reader.AdvanceTo(body.End);
                throw TooLarge(request, limit);
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(body.Start, body.End);
                continue;
            }

            try
            {
                return Parse(body, options.MaxDepth, maxBatchSize);
            }
            finally
            {
                // A refused body too has been read: else the server would close the connection behind the answer.
                reader.AdvanceTo(body.End);
            }
        }
    }

    /// <summary>Whether a content type is JSON in UTF-8, said or assumed.</summary>
    public static bool IsJson(string? contentType) =>
        contentType == "application/json"
        || (MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && ResponseMediaType.IsUtf8(parsed.Charset));

    private static void RefuseOtherTypes(HttpRequest request)
    {
        if (!IsJson(request.ContentType))
        {
            throw TransportErrors.UnsupportedMediaType(request.ContentType);
        }

        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw TransportErrors.UnsupportedContentEncoding(encoding);
        }
    }

    /// <summary>The limit is ours: the server's own may be wider, but not narrower.</summary>
    private static void RaiseLimitOfServer(HttpRequest request, int limit)
    {
        var feature = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (feature is { IsReadOnly: false } && feature.MaxRequestBodySize < limit)
        {
            feature.MaxRequestBodySize = limit;
        }
    }

    private static PostedRequests Parse(ReadOnlySequence<byte> body, int maxDepth, int maxBatchSize)
    {
        if (body.IsEmpty)
        {
            throw TransportErrors.EmptyBody();
        }

        if (body.IsSingleSegment)
        {
            return PostedRequests.Parse(body.FirstSpan, maxDepth, maxBatchSize);
        }

        var length = (int)body.Length;
        var contiguous = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(contiguous);
            return PostedRequests.Parse(contiguous.AsSpan(0, length), maxDepth, maxBatchSize);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(contiguous);
        }
    }

    /// <summary>The rest of the body is not read, so that the connection can't serve another request (HTTP/1.1).</summary>
    private static TransportException TooLarge(HttpRequest request, int limit, long? actual = null)
    {
        if (HttpProtocol.IsHttp11(request.Protocol))
        {
            request.HttpContext.Response.Headers.Connection = "close";
        }

        return TransportErrors.BodyTooLarge(limit, actual);
    }
}
