using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// What <c>@skip</c> and <c>@include</c> say (§3.13.1, §3.13.2), and whether <c>@defer</c> and <c>@stream</c> hold, given the values of the variables
/// in them. A plan is made for one such set of values, so that nothing is asked again while it runs.
/// </summary>
/// <param name="incremental">Whether parts of the response may come later at all; if not, <c>@defer</c> and <c>@stream</c> are passed over.</param>
internal sealed class Conditions(SourceText source, IReadOnlyList<string> variables, Conditions.Given[] values, bool incremental)
{
    private readonly Dictionary<string, Given> _values = variables.Zip(values)
        .ToDictionary(entry => entry.First, entry => entry.Second, StringComparer.Ordinal);

    /// <summary>The variables with two bits each fit a key up to here; plans for more are not kept.</summary>
    public const int MaxKeyed = 31;

    /// <summary>What a request says of a variable.</summary>
    public enum Given
    {
        False,
        True,
        Null,
        Nothing,
    }

    /// <summary>Whether the plan may hold parts that come later.</summary>
    public bool Incremental => incremental;

    /// <summary>Tells two sets of values of the same variables apart.</summary>
    public ulong Key { get; } = values.Aggregate(incremental ? 1UL : 0UL, (key, value) => (key << 2) | (ulong)value);

    public static Conditions From(SourceText source, IReadOnlyList<string> variables, VariableValues values, bool incremental) =>
        new(source, variables, [.. variables.Select(name => GivenFor(name, values))], incremental);

    /// <summary>The value of the argument <c>if</c>; null if there is none.</summary>
    public static ValueNode? IfOf(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == "if")
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>The directive <c>@defer</c> or <c>@stream</c> among those given, if it holds.</summary>
    /// <exception cref="GraphQLException">The condition of a <c>@defer</c> is a variable that is null.</exception>
    public DirectiveNode? FindHolding(IReadOnlyList<DirectiveNode> directives, DirectiveDefinition definition)
    {
        if (!incremental)
        {
            return null;
        }

        foreach (var directive in directives)
        {
            if (directive.Name.Value == definition.Name)
            {
                return Evaluate(directive) ? directive : null;
            }
        }

        return null;
    }

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
        if (IfOf(directive) is not VariableNode variable)
        {
            return IfOf(directive) is not BooleanValueNode { Value: false };
        }

        var name = variable.Name.Value;
        switch (ValueOf(name))
        {
            case Given.True:
                return true;
            case Given.False:
                return false;
            case Given.Nothing when directive.Name.Value == SpecifiedDirectives.Defer.Name || directive.Name.Value == SpecifiedDirectives.Stream.Name:
                return true;
            case Given.Null when directive.Name.Value == SpecifiedDirectives.Stream.Name:
                // That it is null is the error of its field alone, and only if there is a list: see StreamPlan.InitialCount.
                return true;
        }

        var problem = InputMessages.VariableNull(name, new NonNullType(SpecifiedScalars.Boolean));
        var message = $"Argument \"@{directive.Name.Value}(if:)\" has invalid value: {problem}";
        throw new GraphQLException(new GraphQLError(message, ErrorCodes.BadUserInput).At(source, variable));
    }

    private Given ValueOf(string name) => _values.GetValueOrDefault(name, Given.Nothing);

    private static Given GivenFor(string name, VariableValues values) =>
        !values.TryGet(name, out var value) ? Given.Nothing
        : value is not bool flag ? Given.Null
        : flag ? Given.True
        : Given.False;
}
