using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using R2P.GraphQL.AspNetCore.Sse;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>
/// GraphQL over HTTP: one request in a POST or GET, and one response; a batch of both; or a stream of events, where the client asks for that.
/// </summary>
internal sealed class HttpTransport(
    IOperationExecutor executor,
    DistinctStreams distinctStreams,
    SharedStreams sharedStreams,
    MultipartResponses multipart,
    BatchTransport batches,
    IOptions<GraphQLOptions> options,
    IOptions<GraphQLTransportOptions> transport,
    TransportFailures failures)
{
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
            Figures.CountRefusal(refusal.Error);
            await GraphQLErrorResponse.WriteAsync(context, refusal.Status, refusal.Error);
        }
        catch (BadHttpRequestException exception)
        {
            var refusal = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TransportErrors.BodyTooLarge(options.Value.MaxRequestBytes)
                : TransportErrors.Unreadable(exception);
            Figures.CountRefusal(refusal.Error);
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
        var accept = context.Request.Headers.Accept;
        if (SharedStreams.Concerns(context.Request))
        {
            await sharedStreams.AnswerAsync(context);
            return;
        }

        if (ResponseMediaType.PrefersEventStream(accept))
        {
            await distinctStreams.AnswerAsync(context);
            return;
        }

        var parts = MultipartForm.AcceptedBy(accept);
        var mediaType = ResponseMediaType.Negotiate(accept) ?? (parts is null ? throw TransportErrors.NotAcceptable() : ResponseMediaType.GraphQLResponse);
        var posted = await RequestReader.ReadAsync(context, options.Value, transport.Value.MaxBatchSize);
        if (posted.Batch is { } batch)
        {
            await batches.AnswerAsync(context, mediaType, batch);
            return;
        }

        var request = RequestReader.ToRequest(posted.Single!, context, incremental: parts is not null);
        var result = await executor.ExecuteAsync(request, context.RequestAborted);
        switch (result)
        {
            case ResponseResult response:
                using (response)
                {
                    await WriteAsync(context, mediaType, response);
                }

                break;
            case RequestErrorResult refusal:
                await GraphQLErrorResponse.WriteAsync(context, mediaType, mediaType, refusal);
                break;
            case IncrementalResult incremental:
                await multipart.WriteAsync(context, parts!, incremental);
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} can't be answered by one HTTP response.");
        }
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
}
