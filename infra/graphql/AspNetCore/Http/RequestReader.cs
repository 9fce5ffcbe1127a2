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

    /// <summary>Reads a request that is answered by one response.</summary>
    /// <exception cref="TransportException">The request is refused, or is none.</exception>
    public static async ValueTask<GraphQLRequest> ReadAsync(HttpContext context, GraphQLOptions options) =>
        (await ReadParametersAsync(context, options)).ToRequest(
            context.User, HttpMethods.IsGet(context.Request.Method) ? GetKinds : PostKinds, CostReportOf(context.Request));

    /// <summary>Reads a request that is answered by a stream of events.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public static async ValueTask<GraphQLRequest> ReadStreamedAsync(HttpContext context, GraphQLOptions options) =>
        (await ReadParametersAsync(context, options)).ToRequest(
            context.User, HttpMethods.IsGet(context.Request.Method) ? StreamedGetKinds : StreamedPostKinds, CostReportOf(context.Request));

    private static CostReport? CostReportOf(HttpRequest request) =>
        request.Headers[CostHeader].ToString() is { Length: > 0 } word
            ? CostReports.Find(word) ?? throw TransportErrors.UnknownCostReport(word)
            : null;

    private static ValueTask<RequestParameters> ReadParametersAsync(HttpContext context, GraphQLOptions options)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            CrossSiteGuard.RefuseSimpleRequest(request);
            return new ValueTask<RequestParameters>(RequestQuery.Read(request, options));
        }

        return HttpMethods.IsPost(request.Method)
            ? RequestBody.ReadAsync(request, options, context.RequestAborted)
            : throw TransportErrors.MethodNotAllowed(request.Method);
    }
}
