using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// What <c>@skip</c> and <c>@include</c> say (§3.13.1, §3.13.2), given the values of the variables in them. A plan is made for one such set of
/// values, so that nothing is asked again while it runs.
/// </summary>
internal sealed class Conditions(SourceText source, IReadOnlyList<string> variables, bool?[] values)
{
    private readonly Dictionary<string, bool?> _values = variables.Zip(values).ToDictionary(entry => entry.First, entry => entry.Second, StringComparer.Ordinal);

    /// <summary>The variables with two bits each fit a key up to here; plans for more are not kept.</summary>
    public const int MaxKeyed = 32;

    /// <summary>Tells two sets of values of the same variables apart.</summary>
    public ulong Key { get; } = values.Aggregate(0UL, (key, value) => (key << 2) | (value is null ? 2UL : value.Value ? 1UL : 0UL));

    public static Conditions From(SourceText source, IReadOnlyList<string> variables, VariableValues values) =>
        new(source, variables, [.. variables.Select(name => values.TryGet(name, out var value) ? (bool?)value : null)]);

    /// <summary>Whether the selection is to be taken.</summary>
    /// <exception cref="GraphQLException">The condition is a variable that is null.</exception>
    public bool Take(SelectionNode selection)
    {
        var directives = selection.Directives;
        return directives.Count == 0 || (Find(directives, SpecifiedDirectives.Skip) is not true && Find(directives, SpecifiedDirectives.Include) is not false);
    }

    /// <summary>Whether the selection could be taken: as <see cref="Take"/>, but a condition that is null leaves it open.</summary>
    public bool MayTake(SelectionNode selection)
    {
        try
        {
            return Take(selection);
        }
        catch (GraphQLException)
        {
            return true;
        }
    }

    private bool? Find(IReadOnlyList<DirectiveNode> directives, DirectiveDefinition definition)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == definition.Name)
            {
                return Evaluate(directive);
            }
        }

        return null;
    }

    private bool Evaluate(DirectiveNode directive)
    {
        if (directive.Arguments[0].Value is not VariableNode variable)
        {
            return ((BooleanValueNode)directive.Arguments[0].Value).Value;
        }

        var name = variable.Name.Value;
        if (_values.GetValueOrDefault(name) is { } value)
        {
            return value;
        }

        var problem = InputMessages.VariableNull(name, new NonNullType(SpecifiedScalars.Boolean));
        var message = $"Argument \"@{directive.Name.Value}(if:)\" has invalid value: {problem}";
        throw new GraphQLException(new GraphQLError(message, ErrorCodes.BadUserInput).At(source, variable));
    }
}
