using System.Diagnostics;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Telemetry;

/// <summary>The spans of a request and of its steps. Where nobody listens, they cost the question whether somebody does.</summary>
internal static class Spans
{
    public static ActivitySource Source { get; } = new(TelemetryOptions.Name);

    public static bool AreWanted => Source.HasListeners();

    /// <summary>A step within a request; null if nobody listens, and outside of a request: what is prepared at the start of a host is no trace.</summary>
    public static Activity? StartStep(string name) => Source.HasListeners() && Activity.Current is not null ? Source.StartActivity(name) : null;

    /// <summary>The execution of an operation, or of one event of a subscription.</summary>
    public static Activity? StartExecution(OperationDefinitionNode operation) =>
        Source.StartActivity(Conventions.Execute)?.SetTag(Conventions.OperationType, Conventions.TypeOf(operation.Operation));

    /// <summary>Resolves one field for all its parents, in a span of its own.</summary>
    public static async ValueTask ResolveAsync(BatchResolver resolver, ResolverContext context)
    {
        using var span = StartField(context, context.Parents.Count);
        try
        {
            await resolver.Resolve(context);
        }
        catch (Exception failure)
        {
            span?.Fail(CodeOf(failure));
            throw;
        }

        if (span is not null && context.Failures is { } failures)
        {
            span.Fail(CodeOf(Array.Find(failures, failure => failure is not null)));
        }
    }

    /// <summary>Asks one field for parents of which only the keys are known, in a span of its own.</summary>
    public static async Task<object?> AskAsync(AheadResolver resolver, ResolverContext context, IReadOnlyList<Guid> keys)
    {
        using var span = StartField(context, keys.Count);
        try
        {
            return await resolver.AskAsync(context, keys);
        }
        catch (Exception failure)
        {
            span?.Fail(CodeOf(failure));
            throw;
        }
    }

    private static Activity? StartField(ResolverContext context, int parents)
    {
        var span = Source.HasListeners() ? Source.StartActivity($"{Conventions.Resolve} {context.Plan}") : null;
        span?.SetTag(Conventions.FieldCoordinate, context.Plan.ToString());
        return span?.SetTag(Conventions.ParentCount, parents);
    }

    private static string CodeOf(Exception? failure) => failure is GraphQLException known ? known.Error.Code : ErrorCodes.Internal;
}
