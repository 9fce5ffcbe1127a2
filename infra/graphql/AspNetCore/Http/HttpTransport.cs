using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP: one request in a POST or GET, one response.</summary>
internal sealed class HttpTransport(IOperationExecutor executor, IOptions<GraphQLOptions> options, TransportFailures failures)
{
    private static readonly HashSet<OperationKind> GetKinds = [OperationKind.Query];
    private static readonly HashSet<OperationKind> PostKinds = [OperationKind.Query, OperationKind.Mutation];

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of the HTTP transport: what is unexpected is logged, and masked.")]
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (TransportException refusal)
        {
            await GraphQLErrorResponse.WriteAsync(context, refusal.Status, refusal.Error);
        }
        catch (BadHttpRequestException exception)
        {
            var refusal = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TransportErrors.BodyTooLarge(options.Value.MaxRequestBytes)
                : TransportErrors.Unreadable(exception);
            await GraphQLErrorResponse.WriteAsync(context, refusal.Status, refusal.Error);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await GraphQLErrorResponse.WriteAsync(
                context, StatusCodes.Status500InternalServerError, failures.Report(exception));
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            throw TransportErrors.MethodNotAllowed(request.Method);
        }

        var mediaType = ResponseMediaType.Negotiate(request.Headers.Accept) ?? throw TransportErrors.NotAcceptable();
        var parameters = isGet ? ReadGet(request) : await RequestBody.ReadAsync(request, options.Value, context.RequestAborted);
        var result = await executor.ExecuteAsync(
            parameters.ToRequest(context.User, isGet ? GetKinds : PostKinds), context.RequestAborted);
        switch (result)
        {
            case ResponseResult response:
                using (response)
                {
                    await WriteAsync(context, mediaType, response);
                }

                break;
            case RequestErrorResult refusal:
                await WriteAsync(context, mediaType, refusal);
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} can't be answered by one HTTP response.");
        }
    }

    private RequestParameters ReadGet(HttpRequest request)
    {
        CrossSiteGuard.RefuseSimpleRequest(request);
        return RequestQuery.Read(request, options.Value);
    }

    private static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, ResponseResult result)
    {
        var (response, json) = (context.Response, result.Utf8Json);
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = mediaType.ContentType;
        response.ContentLength = json.Length;
        foreach (var segment in json)
        {
            await response.BodyWriter.WriteAsync(segment, context.RequestAborted);
        }
    }

    private static Task WriteAsync(HttpContext context, ResponseMediaType mediaType, RequestErrorResult result)
    {
        var status = ResponseStatus.Of(result.Errors, mediaType, context.Request.Method);
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        return GraphQLErrorResponse.WriteAsync(context, status, mediaType, result.Errors);
    }
}
