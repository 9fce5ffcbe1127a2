using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Persisted;
using R2P.GraphQL.Response;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.1 ExecuteRequest: the pipeline from a request to its response.</summary>
public sealed class OperationExecutor(
    GraphQLSchema schema,
    IServiceScopeFactory scopes,
    GraphQLOptions options,
    ILogger<OperationExecutor> logger,
    TimeProvider time,
    TrustedDocuments? trusted = null) : IOperationExecutor
{
    private readonly PlanCache _cache = new(options.PlanCacheSize);
    private readonly DocumentPreparation _preparation = new(schema, options);
    private readonly PersistedOperations _persisted = new(trusted ?? new TrustedDocuments([], schema, options), options.Persisted, logger);
    private readonly TypeResolver _types = new(schema);

    public GraphQLSchema Schema { get; } = schema;

    public ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation) =>
        RequestObservation.IsWanted ? ObserveAsync(request, cancellation) : AnswerAsync(request, null, cancellation);

    private async ValueTask<OperationResult> ObserveAsync(GraphQLRequest request, CancellationToken cancellation)
    {
        using var observation = new RequestObservation(options.Telemetry, time);
        var result = await AnswerAsync(request, observation, cancellation);
        observation.End(result);
        return result;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of the engine: what nobody expected is logged and answered as INTERNAL.")]
    private async ValueTask<OperationResult> AnswerAsync(GraphQLRequest request, RequestObservation? observation, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(request, observation, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            return new RequestErrorResult([new ErrorReporter(logger, time).Report(failure)]);
        }
    }

    private async ValueTask<OperationResult> RunAsync(GraphQLRequest request, RequestObservation? observation, CancellationToken cancellation)
    {
        var errors = new List<GraphQLError>();
        if (Prepare(request, observation, errors) is not { } prepared)
        {
            return new RequestErrorResult(errors);
        }

        var mayIntrospect = options.MayIntrospect(request.User);
        if (prepared.Introspection is { } introspection && !mayIntrospect)
        {
            return new RequestErrorResult([prepared.Locate(IntrospectionGuard.Refusal(options), introspection)]);
        }

        prepared.VariableSize.Check(request.Variables);
        var variables = prepared.Variables.Coerce(request.Variables, errors, mayIntrospect);
        if (errors.Count > 0)
        {
            return new RequestErrorResult(errors);
        }

        var plan = prepared.PlanFor(variables, request.AllowsIncremental);
        if (plan.Authorization.Check(request.User) is { Count: > 0 } refusals)
        {
            return new RequestErrorResult(refusals);
        }

        var cost = plan.Cost.For(variables);
        if (CostLimit.Check(plan, cost) is { } excess)
        {
            return new RequestErrorResult([excess]);
        }

        if (request.Cost == CostReport.Validate)
        {
            return ResponseWriter.WriteExtensions(cost.WriteTo);
        }

        var execution = new RequestExecution(request, plan, variables, scopes, _types, options, logger, time);
        return plan.Operation.Operation == OperationKind.Subscription
            ? await new SubscriptionExecution(execution).StartAsync(cancellation)
            : plan.Conditions.Incremental
                ? await new IncrementalExecution(execution).StartAsync(cancellation)
                : await execution.ExecuteAsync(cancellation);
    }

    /// <summary>Finds the document and tells its operation to run.</summary>
    private PreparedOperation? Prepare(GraphQLRequest request, RequestObservation? observation, List<GraphQLError> errors)
    {
        var requested = _persisted.Find(request);
        if ((requested.Registered ?? PrepareText(requested.Text, options.MayIntrospect(request.User), errors)) is not { } document)
        {
            return null;
        }

        _persisted.Remember(requested);
        var operation = PreparedDocument.GetOperation(document.Document, request.OperationName);
        observation?.Name(operation, document.Document);
        RefuseOtherKinds(document.Document, operation, request);
        return document.Prepare(operation);
    }

    /// <summary>Parses and validates, unless the very same document was found valid before.</summary>
    private PreparedDocument? PrepareText(ReadOnlyMemory<byte> sent, bool mayIntrospect, List<GraphQLError> errors)
    {
        var found = _cache.TryGet(sent.Span, out var document);
        Figures.CountPlanLookup(found);
        if (found)
        {
            return document;
        }

        var text = sent.ToArray();
        errors.AddRange(_preparation.Prepare(text, mayIntrospect, out document));
        return document is null ? null : _cache.Add(text, document);
    }

    private static void RefuseOtherKinds(DocumentNode document, OperationDefinitionNode operation, GraphQLRequest request)
    {
        if (!request.AllowedOperations.Contains(operation.Operation))
        {
            throw new GraphQLException(new GraphQLError(
                $"A {operation.Operation.ToString().ToLowerInvariant()} can't be executed over this transport.",
                ErrorCodes.OperationNotAllowed).At(document.Source, operation));
        }
    }
}
