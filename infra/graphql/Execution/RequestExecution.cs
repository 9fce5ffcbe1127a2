using System.Security.Claims;
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
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private OperationKey? _key;

    public OperationPlan Plan { get; } = plan;

    /// <summary>What the response says beside its data; null for nothing.</summary>
    public Action<Utf8JsonWriter>? Extensions =>
        request.Cost == CostReport.Report ? ResponseWriter.ExtensionsOf(Plan.Cost.For(variables).WriteTo) : null;

    /// <summary>What is asked, apart from who asks.</summary>
    public OperationKey Key => _key ??= new OperationKey(Plan, request.Variables, request.Cost);

    /// <summary>What came of it, if it is a subscription that has begun.</summary>
    public SubscriptionResult? Subscription { get; set; }

    /// <summary>A reporter for one response: it remembers what it logged, and a subscription may live for long.</summary>
    public ErrorReporter CreateReporter() => new(logger, time);

    public GraphQLError TookTooLong => new(
        $"The operation took longer than {options.ExecutionTimeout.TotalSeconds:0.###} seconds.", ErrorCodes.Timeout);

    /// <summary>The time that a response in parts may take, from now on.</summary>
    public OperationTime StartTime(CancellationToken cancellation) => new(options.ExecutionTimeout, time, cancellation);

    /// <summary>§6.2.1, §6.2.2 A query or mutation.</summary>
    public ValueTask<OperationResult> ExecuteAsync(CancellationToken cancellation) =>
        WithinTimeAsync(token => InScopeAsync(run => run.ExecuteAsync(), token), cancellation)!;

    /// <summary>§6.2.3.2 ExecuteSubscriptionEvent.</summary>
    public ValueTask<OperationResult> ExecuteEventAsync(object? value, CancellationToken cancellation) =>
        WithinTimeAsync(token => InScopeAsync(run => run.ExecuteEventAsync(value), token), cancellation)!;

    /// <summary>
    /// The same for an event of many, by nobody in particular: <paramref name="prepare"/> takes the place of the interceptors and tells the value;
    /// null is answered if there is none.
    /// </summary>
    public async Task<ResponseResult?> ExecuteSharedAsync(Func<IServiceProvider, ISelection, CancellationToken, ValueTask<object?>> prepare) =>
        await WithinTimeAsync(token => InPreparedScopeAsync(prepare, token), CancellationToken.None) is ResponseResult response
            ? SharedResponse.Of(response)
            : null;

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

    /// <summary>Lets the interceptors put on record what is about to be answered.</summary>
    public static async ValueTask CompleteAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        foreach (var interceptor in scope.GetServices<IOperationInterceptor>())
        {
            await interceptor.CompleteAsync(scope, cancellation);
        }
    }

    public OperationRun CreateRun(IServiceProvider services, CancellationToken cancellation) => CreateRun(services, request.User, cancellation);

    private OperationRun CreateRun(IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellation) => new(
        Plan,
        variables,
        types,
        new FieldErrors(CreateReporter()),
        new RunScope(services, user, this, cancellation),
        request.InitialValue ?? NoInitialValue);

    private async ValueTask<OperationResult?> WithinTimeAsync(
        Func<CancellationToken, ValueTask<OperationResult?>> execute, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.ExecutionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await execute(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ResponseWriter.WriteNull([TookTooLong]);
        }
    }

    private async ValueTask<OperationResult?> InScopeAsync(Func<OperationRun, ValueTask> execute, CancellationToken cancellation)
    {
        using var span = Spans.StartExecution(Plan.Operation);
        var scope = await OpenScopeAsync(cancellation);
        var run = CreateRun(scope.ServiceProvider, cancellation);
        try
        {
            return await RespondAsync(run, execute);
        }
        finally
        {
            await CloseAsync(scope, run.WhenIdle);
        }
    }

    private async ValueTask<OperationResult?> InPreparedScopeAsync(
        Func<IServiceProvider, ISelection, CancellationToken, ValueTask<object?>> prepare, CancellationToken cancellation)
    {
        using var span = Spans.StartExecution(Plan.Operation);
        var scope = scopes.CreateAsyncScope();
        var run = CreateRun(scope.ServiceProvider, Nobody, cancellation);
        try
        {
            return await prepare(scope.ServiceProvider, run.SelectionOf(Plan.Root.Fields[0]), cancellation) is { } value
                ? await RespondAsync(run, running => running.ExecuteEventAsync(value))
                : null;
        }
        finally
        {
            // The event goes out meanwhile: nobody waits for what the scope gives back.
            _ = CloseAsync(scope, run.WhenIdle).AsTask();
        }
    }

    private async ValueTask<OperationResult> RespondAsync(OperationRun run, Func<OperationRun, ValueTask> execute)
    {
        if (Plan.Root.Failure is { } failure)
        {
            return ResponseWriter.WriteNull([failure]);
        }

        await execute(run);
        await CompleteAsync(run.Services, run.Cancellation);
        return ResponseWriter.Write(run.Root, run.Errors, Extensions);
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
