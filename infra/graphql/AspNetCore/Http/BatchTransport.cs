using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>
/// Answers a batch: the results stand in the order of the requests, and the requests are executed in that order, one after the other, so that a batch
/// takes no more of the service at a time than one request. Once the time of one operation is over, no further one is begun.
/// </summary>
internal sealed class BatchTransport(
    IOperationExecutor executor, IOptions<GraphQLOptions> options, TransportFailures failures, TimeProvider time)
{
    /// <summary>Executes the batch and writes its results as they come.</summary>
    public async Task AnswerAsync(HttpContext context, ResponseMediaType mediaType, IReadOnlyList<BatchEntry> batch)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = mediaType.ContentType;
        using var over = new CancellationTokenSource(options.Value.ExecutionTimeout, time);
        for (var i = 0; i < batch.Count; i++)
        {
            response.BodyWriter.Write(i == 0 ? "["u8 : ","u8);
            await WriteAsync(context, await ResultOfAsync(context, batch[i], over.IsCancellationRequested));
        }

        response.BodyWriter.Write("]"u8);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private ValueTask<OperationResult> ResultOfAsync(HttpContext context, BatchEntry entry, bool isTimeOver)
    {
        if (entry.Refusal is { } refusal)
        {
            return new ValueTask<OperationResult>(new RequestErrorResult([refusal]));
        }

        return isTimeOver
            ? new ValueTask<OperationResult>(new RequestErrorResult([TransportErrors.BatchTimeout(options.Value.ExecutionTimeout)]))
            : ExecuteAsync(RequestReader.ToRequest(entry.Parameters!, context, incremental: false), context.RequestAborted);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of an entry: what is unexpected is logged, and masked.")]
    private async ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation)
    {
        try
        {
            return await executor.ExecuteAsync(request, cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            return new RequestErrorResult([failures.Report(exception)]);
        }
    }

    private static async ValueTask WriteAsync(HttpContext context, OperationResult result)
    {
        var body = context.Response.BodyWriter;
        switch (result)
        {
            case ResponseResult response:
                using (response)
                {
                    foreach (var segment in response.Utf8Json)
                    {
                        await body.WriteAsync(segment, context.RequestAborted);
                    }
                }

                break;
            case RequestErrorResult refusal:
                ErrorResponse.Write(body, refusal.Errors);
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} can't be an entry of a batch.");
        }
    }
}
