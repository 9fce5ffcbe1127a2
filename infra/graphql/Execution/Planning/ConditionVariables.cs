using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>Finds the variables that decide what an operation selects, and what of it comes later.</summary>
internal sealed class ConditionVariables
{
    private readonly PlanContext _context;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private ConditionVariables(PlanContext context, OperationDefinitionNode operation)
    {
        _context = context;
        Visit(operation.SelectionSet);
    }

    /// <summary>The names of the variables in <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c>, each once.</summary>
    public IReadOnlyList<string> Names => [.. _names];

    /// <summary>Whether the operation holds a <c>@defer</c> or <c>@stream</c>.</summary>
    public bool HasIncremental { get; private set; }

    public static ConditionVariables Of(PlanContext context, OperationDefinitionNode operation) => new(context, operation);

    private void Visit(SelectionSetNode? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            foreach (var directive in selection.Directives)
            {
                Add(directive);
            }

            Visit(selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode inline => inline.SelectionSet,
                FragmentSpreadNode spread when _visited.Add(spread.Name.Value) => _context.Fragments[spread.Name.Value].SelectionSet,
                _ => null,
            });
        }
    }

    private void Add(DirectiveNode directive)
    {
        var name = directive.Name.Value;
        var isIncremental = name == SpecifiedDirectives.Defer.Name || name == SpecifiedDirectives.Stream.Name;
        HasIncremental |= isIncremental;
        if ((isIncremental || name == SpecifiedDirectives.Skip.Name || name == SpecifiedDirectives.Include.Name)
            && Conditions.IfOf(directive) is VariableNode variable)
        {
            _names.Add(variable.Name.Value);
        }
    }
}
