using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Runs a plan whose response may come in parts, in the form of graphql-js 17.1. All parts share one service scope and the time of one operation;
/// both end with the work, or when the client goes away.
/// </summary>
internal sealed class IncrementalExecution(RequestExecution execution)
{
    /// <summary>The whole response, if nothing is left to be delivered later; else its parts.</summary>
    public async ValueTask<OperationResult> StartAsync(CancellationToken cancellation)
    {
        var time = execution.StartTime(cancellation);
        var isOpen = false;
        try
        {
            var result = await StartAsync(time);
            isOpen = result is IncrementalResult;
            return result;
        }
        catch (OperationCanceledException) when (time.IsOver)
        {
            return ResponseWriter.WriteNull([execution.TookTooLong]);
        }
        finally
        {
            if (!isOpen)
            {
                time.Dispose();
            }
        }
    }

    private async ValueTask<OperationResult> StartAsync(OperationTime time)
    {
        var scope = await execution.OpenScopeAsync(time.Token);
        var run = execution.CreateRun(scope.ServiceProvider, time.Token);
        var deliveries = new Deliveries(run, execution.CreateReporter());
        try
        {
            if (execution.Plan.Root.Failure is { } failure)
            {
                return ResponseWriter.WriteNull([failure]);
            }

            await run.ExecuteAsync();
            await RequestExecution.CompleteAsync(scope.ServiceProvider, time.Token);
            var first = ResponseWriter.Write(run.Root, run.Errors, deliveries.WriteEndOfFirst + execution.Extensions);
            return deliveries.HasNext ? new IncrementalResult(RespondAsync(first, deliveries, scope, time, CancellationToken.None)) : first;
        }
        finally
        {
            if (!deliveries.HasNext)
            {
                await RequestExecution.CloseAsync(scope, deliveries.WhenIdleAsync());
            }
        }
    }

    /// <summary>
    /// The parts, as the reader asks for them. The work goes on beside that, so that a slow reader does not keep the scope open; save for lists that come
    /// piece by piece, and might be without end: those are read on as the reader takes what there is.
    /// </summary>
    private async IAsyncEnumerable<ResponseResult> RespondAsync(
        ResponseResult first,
        Deliveries deliveries,
        AsyncServiceScope scope,
        OperationTime time,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var parts = new PartQueue();
        var work = Task.Run(() => WorkAsync(deliveries, scope, time, parts), CancellationToken.None);
        try
        {
            await using var stop = cancellation.UnsafeRegister(static state => ((OperationTime)state!).Cancel(), time);
            yield return first;
            await foreach (var part in parts.ReadAllAsync())
            {
                yield return part;
            }
        }
        finally
        {
            time.Cancel();
            await work;
            time.Dispose();
            parts.Drop();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What ends the work is thrown to the reader of its parts.")]
    private async Task WorkAsync(Deliveries deliveries, AsyncServiceScope scope, OperationTime time, PartQueue parts)
    {
        var end = default(Exception);
        try
        {
            await using var closing = new ScopeClosing(scope, deliveries);
            while (deliveries.HasNext)
            {
                parts.Add(await NextAsync(deliveries, parts, scope.ServiceProvider, time));
            }
        }
        catch (Exception failure)
        {
            end = failure;
        }

        parts.Complete(end);
    }

    private async ValueTask<ResponseResult> NextAsync(Deliveries deliveries, PartQueue parts, IServiceProvider services, OperationTime time)
    {
        try
        {
            if (deliveries.ReadsSources)
            {
                await parts.WaitForReaderAsync(time.Token);
            }

            var next = await deliveries.NextAsync();
            await RequestExecution.CompleteAsync(services, time.Token);
            return next;
        }
        catch (OperationCanceledException) when (time.IsOver)
        {
            return deliveries.Fail(execution.TookTooLong);
        }
    }

    private sealed class ScopeClosing(AsyncServiceScope scope, Deliveries deliveries) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => RequestExecution.CloseAsync(scope, deliveries.WhenIdleAsync());
    }
}
