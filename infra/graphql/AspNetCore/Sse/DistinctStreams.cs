using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using R2P.GraphQL.AspNetCore.Http;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>
/// graphql-sse, "Distinct connections mode": a POST or GET that accepts text/event-stream is answered by <c>next</c> events and a final
/// <c>complete</c>. What is no GraphQL request is refused by a status; an invalid operation is an event, as EventSource shows no body of a refusal.
/// </summary>
internal sealed class DistinctStreams(
    IOperationExecutor executor,
    IOptions<GraphQLOptions> limits,
    IOptions<GraphQLTransportOptions> options,
    TransportFailures failures,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    /// <summary>Answers a request, and returns when its stream has ended.</summary>
    /// <exception cref="TransportException">The request is refused.</exception>
    public async Task AnswerAsync(HttpContext context)
    {
        var request = await RequestReader.ReadStreamedAsync(context, limits.Value);
        using var life = new StreamLife(time);
        using var stream = new EventStream(context, life, options.Value, time);
        using var operation = new StreamOperation(EventFrame.Distinct, Task.FromResult(stream), failures, life.Ended);
        await using var lost = context.RequestAborted.UnsafeRegister(static state => ((StreamOperation)state!).Cancel(), operation);
        var result = await executor.ExecuteAsync(request, operation.Cancellation);
        if (result is RequestErrorResult { Errors: [{ Code: ErrorCodes.OperationNotAllowed }, ..] } refusal)
        {
            await GraphQLErrorResponse.WriteAsync(context, ResponseMediaType.Json, ResponseMediaType.GraphQLResponse, refusal);
            return;
        }

        life.EndWithTokenOf(context.User);
        life.EndWithHost(lifetime.ApplicationStopping);
        await Task.WhenAll(stream.RunAsync(), SendAsync(stream, life, operation, result));
    }

    private static async Task SendAsync(EventStream stream, StreamLife life, StreamOperation operation, OperationResult result)
    {
        if (!await stream.TryOpenAsync())
        {
            operation.Cancel();
        }

        // A result that nobody takes is sent too, so that what it holds is given back.
        await operation.SendAsync(result);
        await operation.CompleteAsync();
        life.End(StreamEnd.Completed);
    }
}
