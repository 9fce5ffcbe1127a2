using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Response;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL.Execution;

/// <summary>§6.2.3 Subscribe. The source lives in a service scope of its own; each event is executed in another.</summary>
internal sealed class SubscriptionExecution(RequestExecution execution)
{
    /// <summary>§6.2.3.1 CreateSourceEventStream; what fails here is a request error.</summary>
    public async ValueTask<OperationResult> StartAsync(CancellationToken cancellation)
    {
        if (execution.Plan.Root is { Failure: { } failure })
        {
            return new RequestErrorResult([failure]);
        }

        var scope = await execution.OpenScopeAsync(cancellation);
        var life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (source, refusal) = await SubscribeAsync(execution.CreateRun(scope.ServiceProvider, life.Token));
        if (source is not null)
        {
            return execution.Subscription = new SubscriptionResult(RespondAsync(source, scope, life, CancellationToken.None));
        }

        life.Dispose();
        await scope.DisposeAsync();
        cancellation.ThrowIfCancellationRequested();
        return new RequestErrorResult([refusal!]);
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a source throws when it is created is the field's error.")]
    private async ValueTask<(IAsyncEnumerable<object?>? Source, GraphQLError? Refusal)> SubscribeAsync(OperationRun run)
    {
        var field = execution.Plan.Root.Fields[0];
        try
        {
            return field.Definition.Resolver is StreamResolver resolver
                ? (await resolver.Subscribe(run.ContextOf(field)), null)
                : throw new InvalidOperationException($"The subscription field {field} has no source stream.");
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            return (null, null);
        }
        catch (Exception failure)
        {
            return (null, Locate(failure, field));
        }
    }

    /// <summary>§6.2.3.2 MapSourceToResponseEvent.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What a source or an interceptor throws ends the stream with that error (§6.2.3.2).")]
    private async IAsyncEnumerable<ResponseResult> RespondAsync(
        IAsyncEnumerable<object?> source,
        AsyncServiceScope scope,
        CancellationTokenSource life,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var active = Figures.EnterSubscription();
        await using var _ = scope;
        using var lifetime = life;
        using var stop = cancellation.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), life);
        await using var events = source.GetAsyncEnumerator(life.Token);
        var isOver = false;
        while (!isOver)
        {
            ResponseResult? response;
            try
            {
                isOver = !await events.MoveNextAsync();
                response = isOver ? null : await RespondAsync(events.Current, life.Token);
            }
            catch (OperationCanceledException) when (life.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                isOver = true;
                response = ResponseWriter.WriteNull([Locate(failure, execution.Plan.Root.Fields[0])]);
            }

            if (response is not null)
            {
                yield return response;
            }
        }
    }

    private ValueTask<ResponseResult?> RespondAsync(object? value, CancellationToken cancellation) =>
        value is SourceEvent source ? source.RespondAsync(execution, cancellation) : OwnAsync(value, cancellation);

    private async ValueTask<ResponseResult?> OwnAsync(object? value, CancellationToken cancellation) =>
        (ResponseResult)await execution.ExecuteEventAsync(value, cancellation);

    private GraphQLError Locate(Exception failure, FieldPlan field) =>
        field.Locate(execution.CreateReporter().Report(failure, field)) with { Path = [field.ResponseKey] };
}
