using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// Incremental delivery: the root fields of a mutation run one after the other, and a subscription has one only: none of them can come later.
/// </summary>
internal sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<FragmentDefinitionNode> _innocent = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Query && Context.Schema.RootType(operation.Operation) is { } root)
        {
            Check(operation, $"root {operation.Operation.ToString().ToLowerInvariant()} type \"{root}\"");
        }
    }

    // A stack instead of recursion, for fragments may form a long chain.
    private void Check(OperationDefinitionNode operation, string where)
    {
        var (isInnocent, visited) = (true, new HashSet<FragmentDefinitionNode>());
        var open = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            Context.Spend(1 + selection.Directives.Count);
            var spread = selection is FragmentSpreadNode { Name.Value: var name } ? Context.Fragments.Find(name) : null;
            if (selection is FragmentSpreadNode && (spread is null || !visited.Add(spread)))
            {
                continue;
            }

            var (kind, unwanted) = selection is FieldNode ? ("Stream", SpecifiedDirectives.Stream) : ("Defer", SpecifiedDirectives.Defer);
            if (selection.Directives.FirstOrDefault(directive => directive.Name.Value == unwanted.Name) is { } found)
            {
                isInnocent = false;
                Context.Report($"{kind} directive cannot be used on {where}.", found);
            }

            var below = selection is InlineFragmentNode inline ? inline.SelectionSet
                : spread is not null && !_innocent.Contains(spread) ? spread.SelectionSet
                : null;
            foreach (var inner in below?.Selections.Reverse() ?? [])
            {
                open.Push(inner);
            }
        }

        if (isInnocent)
        {
            _innocent.UnionWith(visited);
        }
    }
}
