using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Response;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL.Execution;

/// <summary>Runs the plan of one request: in a service scope of its own that the interceptors prepared, and within its time.</summary>
internal sealed class RequestExecution(
    GraphQLRequest request,
    OperationPlan plan,
    VariableValues variables,
    IServiceScopeFactory scopes,
    TypeResolver types,
    GraphQLOptions options,
    ILogger logger,
    TimeProvider time)
{
    private static readonly object NoInitialValue = new();

    public OperationPlan Plan { get; } = plan;

    /// <summary>What the response says beside its data; null for nothing.</summary>
    public Action<Utf8JsonWriter>? Extensions =>
        request.Cost == CostReport.Report ? ResponseWriter.ExtensionsOf(Plan.Cost.For(variables).WriteTo) : null;

    /// <summary>A reporter for one response: it remembers what it logged, and a subscription may live for long.</summary>
    public ErrorReporter CreateReporter() => new(logger, time);

    public GraphQLError TookTooLong => new(
        $"The operation took longer than {options.ExecutionTimeout.TotalSeconds:0.###} seconds.", ErrorCodes.Timeout);

    /// <summary>The time that a response in parts may take, from now on.</summary>
    public OperationTime StartTime(CancellationToken cancellation) => new(options.ExecutionTimeout, time, cancellation);

    /// <summary>§6.2.1, §6.2.2 A query or mutation.</summary>
    public ValueTask<OperationResult> ExecuteAsync(CancellationToken cancellation) =>
        WithinTimeAsync(run => run.ExecuteAsync(), cancellation);

    /// <summary>§6.2.3.2 ExecuteSubscriptionEvent.</summary>
    public ValueTask<OperationResult> ExecuteEventAsync(object? value, CancellationToken cancellation) =>
        WithinTimeAsync(run => run.ExecuteEventAsync(value), cancellation);

    /// <summary>A service scope in which the interceptors have done their part.</summary>
    public async ValueTask<AsyncServiceScope> OpenScopeAsync(CancellationToken cancellation)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            foreach (var interceptor in scope.ServiceProvider.GetServices<IOperationInterceptor>())
            {
                await interceptor.PrepareAsync(scope.ServiceProvider, request, cancellation);
            }
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }

        return scope;
    }

    public OperationRun CreateRun(IServiceProvider services, CancellationToken cancellation) => new(
        Plan,
        variables,
        types,
        new FieldErrors(CreateReporter()),
        new RunScope(services, request.User, cancellation),
        request.InitialValue ?? NoInitialValue);

    private async ValueTask<OperationResult> WithinTimeAsync(Func<OperationRun, ValueTask> execute, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.ExecutionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await InScopeAsync(execute, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ResponseWriter.WriteNull([TookTooLong]);
        }
    }

    private async ValueTask<OperationResult> InScopeAsync(Func<OperationRun, ValueTask> execute, CancellationToken cancellation)
    {
        using var span = Spans.StartExecution(Plan.Operation);
        var scope = await OpenScopeAsync(cancellation);
        var run = CreateRun(scope.ServiceProvider, cancellation);
        try
        {
            if (Plan.Root.Failure is { } failure)
            {
                return ResponseWriter.WriteNull([failure]);
            }

            await execute(run);
            return ResponseWriter.Write(run.Root, run.Errors, Extensions);
        }
        finally
        {
            await CloseAsync(scope, run.WhenIdle);
        }
    }

    /// <summary>Resolvers that do not heed a cancellation still use the scope: it is disposed when the last one has come back.</summary>
    public static async ValueTask CloseAsync(AsyncServiceScope scope, Task whenIdle)
    {
        if (whenIdle.IsCompleted)
        {
            await scope.DisposeAsync();
        }
        else
        {
            _ = whenIdle.ContinueWith(_ => scope.DisposeAsync().AsTask(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
