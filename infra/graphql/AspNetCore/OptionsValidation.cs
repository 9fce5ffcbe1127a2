using Microsoft.Extensions.Options;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Refuses limits that can't be meant, at the start of the host: each message names the option.</summary>
internal sealed class OptionsValidation : IValidateOptions<GraphQLOptions>, IValidateOptions<GraphQLTransportOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphQLOptions options) => Enum.IsDefined(options.Introspection)
        ? CheckFigures(options)
        : ValidateOptionsResult.Fail(
            $"{nameof(GraphQLOptions)}.{nameof(options.Introspection)} must be one of {string.Join(", ", Enum.GetNames<IntrospectionPolicy>())}.");

    private static ValidateOptionsResult CheckFigures(GraphQLOptions options) => Result(nameof(GraphQLOptions),
    [
        (nameof(options.MaxRequestBytes), options.MaxRequestBytes > 0),
        (nameof(options.MaxTokens), options.MaxTokens > 0),
        (nameof(options.MaxDepth), options.MaxDepth > 0),
        (nameof(options.MaxFields), options.MaxFields > 0),
        (nameof(options.MaxPendingParts), options.MaxPendingParts > 0),
        (nameof(options.MaxReadItems), options.MaxReadItems is > 0 and < int.MaxValue),
        (nameof(options.MaxAliases), options.MaxAliases > 0),
        (nameof(options.MaxDirectives), options.MaxDirectives > 0),
        (nameof(options.MaxDirectivesPerLocation), options.MaxDirectivesPerLocation > 0),
        (nameof(options.MaxListItems), options.MaxListItems > 0),
        (nameof(options.MaxVariableValues), options.MaxVariableValues > 0),
        (nameof(options.MaxTypeCost), options.MaxTypeCost > 0),
        (nameof(options.MaxFieldCost), options.MaxFieldCost > 0),
        (nameof(options.AssumedListSize), options.AssumedListSize > 0),
        (nameof(options.MaxValidationErrors), options.MaxValidationErrors > 0),
        (nameof(options.MaxValidationSteps), options.MaxValidationSteps > 0),
        (nameof(options.PlanCacheSize), options.PlanCacheSize > 0),
        (nameof(options.ExecutionTimeout), options.ExecutionTimeout > TimeSpan.Zero),
        ($"{nameof(options.Persisted)}.{nameof(options.Persisted.MaxAutomaticQueries)}", options.Persisted.MaxAutomaticQueries > 0),
        ($"{nameof(options.Persisted)}.{nameof(options.Persisted.MaxAutomaticQueryBytes)}", options.Persisted.MaxAutomaticQueryBytes > 0),
    ]);

    public ValidateOptionsResult Validate(string? name, GraphQLTransportOptions options) => Result(nameof(GraphQLTransportOptions),
    [
        (nameof(options.ConnectionInitTimeout), options.ConnectionInitTimeout > TimeSpan.Zero),
        (nameof(options.KeepAliveInterval), options.KeepAliveInterval > TimeSpan.Zero),
        (nameof(options.SlowConsumerTimeout), options.SlowConsumerTimeout > TimeSpan.Zero),
        (nameof(options.CloseTimeout), options.CloseTimeout > TimeSpan.Zero),
        (nameof(options.MaxOperationsPerSocket), options.MaxOperationsPerSocket > 0),
        (nameof(options.EventStreamReservationTimeout), options.EventStreamReservationTimeout > TimeSpan.Zero),
        (nameof(options.MaxEventStreamsPerCaller), options.MaxEventStreamsPerCaller > 0),
        (nameof(options.MaxEventStreams), options.MaxEventStreams > 0),
    ]);

    private static ValidateOptionsResult Result(string options, (string Option, bool IsPositive)[] checks)
    {
        var failures = checks.Where(check => !check.IsPositive).Select(check => $"{options}.{check.Option} must be greater than zero.").ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
