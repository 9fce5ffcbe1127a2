using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>The one pipeline behind every transport: parse, validate, compile (all cached), authorize, coerce variables, execute, write.</summary>
public interface IOperationExecutor
{
    GraphQLSchema Schema { get; }

    /// <summary>Runs one request. Never throws for anything a client sends; only cancellation gets out.</summary>
    ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation);
}

/// <summary>
/// Prepares the service scope of an operation before it runs: who is asking, which session. Called once for every query and mutation, and for a
/// subscription once when it starts and again for each event. A <see cref="Errors.GraphQLException"/> thrown here ends the operation with that error.
/// </summary>
public interface IOperationInterceptor
{
    ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation);

    /// <summary>
    /// Called when an answer, or a part of one, has been put together, before any of it leaves: what must be on record by then. If it throws, the
    /// answer does not leave.
    /// </summary>
    ValueTask CompleteAsync(IServiceProvider scope, CancellationToken cancellation) => ValueTask.CompletedTask;
}
