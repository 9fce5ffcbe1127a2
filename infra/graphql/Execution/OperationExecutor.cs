using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Response;
using R2P.GraphQL.Types;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Execution;

/// <summary>§6.1 ExecuteRequest: the pipeline from a request to its response.</summary>
public sealed class OperationExecutor(
    GraphQLSchema schema,
    IServiceScopeFactory scopes,
    GraphQLOptions options,
    ILogger<OperationExecutor> logger,
    TimeProvider time) : IOperationExecutor
{
    private readonly PlanCache _cache = new(options.PlanCacheSize);
    private readonly InputDefaults _defaults = new();
    private readonly TypeResolver _types = new(schema);

    public GraphQLSchema Schema { get; } = schema;

    [SuppressMessage("Design", "CA1031", Justification = "The boundary of the engine: what nobody expected is logged and answered as INTERNAL.")]
    public async ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(request, cancellation);
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

    private async ValueTask<OperationResult> RunAsync(GraphQLRequest request, CancellationToken cancellation)
    {
        var errors = new List<GraphQLError>();
        if (Prepare(request, errors) is not { } prepared)
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

        var plan = prepared.PlanFor(variables);
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
            : await execution.ExecuteAsync(cancellation);
    }

    /// <summary>Parses and validates, unless the very same document was found valid before; then tells the operation to run.</summary>
    private PreparedOperation? Prepare(GraphQLRequest request, List<GraphQLError> errors)
    {
        if (_cache.TryGet(request.Query.Span, out var document))
        {
            return document.Prepare(AllowedOperation(document.Document, request));
        }

        var text = request.Query.ToArray();
        var parsed = Parser.Parse(new SourceText(text), new ParserOptions { MaxTokens = options.MaxTokens, MaxDepth = options.MaxDepth });
        DocumentSize.Check(parsed, options);
        errors.AddRange(DocumentValidator.Validate(Schema, parsed, options, options.MayIntrospect(request.User)));
        if (errors.Count > 0)
        {
            return null;
        }

        document = new PreparedDocument(new PlanContext(Schema, options, _defaults, parsed), parsed);
        _cache.Add(text, document);
        return document.Prepare(AllowedOperation(parsed, request));
    }

    private static OperationDefinitionNode AllowedOperation(DocumentNode document, GraphQLRequest request)
    {
        var operation = PreparedDocument.GetOperation(document, request.OperationName);
        return request.AllowedOperations.Contains(operation.Operation)
            ? operation
            : throw new GraphQLException(new GraphQLError(
                $"A {operation.Operation.ToString().ToLowerInvariant()} can't be executed over this transport.",
                ErrorCodes.OperationNotAllowed).At(document.Source, operation));
    }
}
