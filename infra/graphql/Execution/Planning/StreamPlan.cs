using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>A <c>@stream</c> that holds: how many items of the field's list come at once, and how the others are completed.</summary>
internal sealed class StreamPlan
{
    private readonly ArgumentsPlan _arguments;
    private readonly bool _isSubscription;

    public StreamPlan(OperationPlan plan, DirectiveNode directive, ListShape items)
    {
        var definition = SpecifiedDirectives.Stream;
        _arguments = ArgumentsPlan.For(definition.Arguments, directive.Arguments, directive, $"@{definition.Name}", plan.Context)!;
        _isSubscription = plan.Operation.Operation == OperationKind.Subscription;
        Label = DeferUsage.LabelOf(directive);
        Items = items;
    }

    public string? Label { get; }

    /// <summary>The shape of the list whose items come later: what their selections defer is not part of what is deferred around the list.</summary>
    public ListShape Items { get; }

    /// <summary>How many items come at once.</summary>
    /// <exception cref="GraphQLException">The number does not fit, or the condition is null; the error is that of the field.</exception>
    public int InitialCount(VariableValues variables)
    {
        if (_arguments.Coerce(variables)["initialCount"] is not (int and >= 0 and var count))
        {
            throw new GraphQLException("initialCount must be a positive integer", ErrorCodes.BadUserInput);
        }

        return _isSubscription
            ? throw new GraphQLException(
                "`@stream` directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.",
                ErrorCodes.BadUserInput)
            : count;
    }
}
