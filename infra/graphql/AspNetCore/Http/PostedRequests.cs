using System.Runtime.InteropServices;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>What an HTTP request asks for: one thing, or a batch of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostedRequests(RequestParameters? Single, IReadOnlyList<BatchEntry>? Batch)
{
    /// <summary>Parses a body, which may be a batch of up to <paramref name="maxBatchSize"/> requests if that is more than one.</summary>
    /// <exception cref="TransportException">The JSON is broken, or no request.</exception>
    public static PostedRequests Parse(ReadOnlySpan<byte> json, int maxDepth, int maxBatchSize) =>
        maxBatchSize > 1 && RequestBatch.IsArray(json)
            ? new PostedRequests(null, RequestBatch.Parse(json, maxDepth, maxBatchSize))
            : new PostedRequests(RequestJson.Parse(json, maxDepth), null);
}
