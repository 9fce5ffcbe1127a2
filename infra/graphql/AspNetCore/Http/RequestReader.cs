using Microsoft.AspNetCore.Http;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP, "Request": the parameters of a POST or GET, past the guard against foreign pages.</summary>
internal static class RequestReader
{
    /// <summary>The header that asks for the operation's cost: <c>report</c> it, or only <c>validate</c> it.</summary>
    public const string CostHeader = "GraphQL-Cost";

    private static readonly HashSet<OperationKind> GetKinds = [OperationKind.Query];
    private static readonly HashSet<OperationKind> PostKinds = [OperationKind.Query, OperationKind.Mutation];
    private static readonly HashSet<OperationKind> StreamedGetKinds = [OperationKind.Query, OperationKind.Subscription];
    private static readonly HashSet<OperationKind> StreamedPostKinds =
        [OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription];

    /// <summary>Reads a request that is answered by one response, or a batch of them.</summary>
    /// <exception cref="TransportException">The request is refused, or is none.</exception>
    public static ValueTask<PostedRequests> ReadAsync(HttpContext context, GraphQLOptions options, int maxBatchSize)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            CrossSiteGuard.RefuseSimpleRequest(request);
            return new ValueTask<PostedRequests>(new PostedRequests(RequestQuery.Read(request, options), null));
        }

        return HttpMethods.IsPost(request.Method)
            ? RequestBody.ReadAsync(request, options, maxBatchSize, context.RequestAborted)
            : throw TransportErrors.MethodNotAllowed(request.Method);
    }

    /// <summary>A request that is answered by one response.</summary>
    /// <param name="incremental">Whether that may come in parts.</param>
    public static GraphQLRequest ToRequest(RequestParameters parameters, HttpContext context, bool incremental) =>
        parameters.ToRequest(context.User, HttpMethods.IsGet(context.Request.Method) ? GetKinds : PostKinds, incremental, CostReportOf(context.Request));

    /// <summary>Reads a request that is answered by a stream of events.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public static async ValueTask<GraphQLRequest> ReadStreamedAsync(HttpContext context, GraphQLOptions options) =>
        (await ReadAsync(context, options, maxBatchSize: 1)).Single!.ToRequest(
            context.User, HttpMethods.IsGet(context.Request.Method) ? StreamedGetKinds : StreamedPostKinds, incremental: true, CostReportOf(context.Request));

    private static CostReport? CostReportOf(HttpRequest request) =>
        request.Headers[CostHeader].ToString() is { Length: > 0 } word
            ? CostReports.Find(word) ?? throw TransportErrors.UnknownCostReport(word)
            : null;
}
