using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>Finds the variables that decide what an operation selects.</summary>
internal sealed class ConditionVariables
{
    private readonly PlanContext _context;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private ConditionVariables(PlanContext context) => _context = context;

    /// <summary>The names of the variables in <c>@skip</c> and <c>@include</c>, each once.</summary>
    public static IReadOnlyList<string> Of(PlanContext context, OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count == 0)
        {
            return [];
        }

        var search = new ConditionVariables(context);
        search.Visit(operation.SelectionSet);
        return [.. search._names];
    }

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
        var decides = directive.Name.Value == SpecifiedDirectives.Skip.Name || directive.Name.Value == SpecifiedDirectives.Include.Name;
        if (decides && directive.Arguments[0].Value is VariableNode variable)
        {
            _names.Add(variable.Name.Value);
        }
    }
}
