using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// Incremental delivery: each event of a subscription is one response, so nothing below it may come later for certain. What a variable may switch
/// off is left to the execution.
/// </summary>
internal sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<FragmentDefinitionNode> _innocent = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Subscription)
        {
            return;
        }

        var (errorsBefore, visited) = (Context.Errors.Count, new HashSet<FragmentDefinitionNode>());
        Check(operation, visited);
        if (Context.Errors.Count == errorsBefore)
        {
            _innocent.UnionWith(visited);
        }
    }

    // A stack instead of recursion, for fragments may form a long chain. Each entry knows the spreads that led to it.
    private void Check(OperationDefinitionNode operation, HashSet<FragmentDefinitionNode> visited)
    {
        var open = new Stack<(SelectionNode Selection, Trail? Trail)>();
        Push(operation.SelectionSet, null);
        while (open.TryPop(out var entry))
        {
            var (selection, trail) = entry;
            Context.Spend(1 + selection.Directives.Count);
            if (MayBeLeftOut(selection))
            {
                continue;
            }

            ReportUnconditional(selection, trail);
            switch (selection)
            {
                case FieldNode field:
                    Push(field.SelectionSet, trail);
                    break;
                case InlineFragmentNode inline:
                    Push(inline.SelectionSet, trail);
                    break;
                case FragmentSpreadNode spread when Context.Fragments.Find(spread.Name.Value) is { } fragment
                    && !_innocent.Contains(fragment) && visited.Add(fragment):
                    Push(fragment.SelectionSet, new Trail(spread, trail));
                    break;
            }
        }

        void Push(SelectionSetNode? set, Trail? trail)
        {
            foreach (var selection in set?.Selections.Reverse() ?? [])
            {
                open.Push((selection, trail));
            }
        }
    }

    private void ReportUnconditional(SelectionNode selection, Trail? trail)
    {
        foreach (var directive in selection.Directives)
        {
            var kind = directive.Name.Value == SpecifiedDirectives.Defer.Name ? "Defer"
                : directive.Name.Value == SpecifiedDirectives.Stream.Name ? "Stream"
                : null;
            if (kind is not null && !(IfOf(directive) is VariableNode or BooleanValueNode { Value: false }))
            {
                Context.Report(
                    $"{kind} directive not supported on subscription operations. Disable `@{directive.Name.Value}` by setting the `if` argument to `false`.",
                    [directive, .. Trail.Spreads(trail)]);
            }
        }
    }

    /// <summary>Each directive may stand there once: what a second one says, which is refused elsewhere, does not count.</summary>
    private static bool MayBeLeftOut(SelectionNode selection) =>
        (FirstOf(selection, SpecifiedDirectives.Skip) is { } skip && IfOf(skip) is not BooleanValueNode { Value: false })
        || (FirstOf(selection, SpecifiedDirectives.Include) is { } include && IfOf(include) is not (null or BooleanValueNode { Value: true }));

    private static DirectiveNode? FirstOf(SelectionNode selection, DirectiveDefinition definition) =>
        selection.Directives.FirstOrDefault(directive => directive.Name.Value == definition.Name);

    private static ValueNode? IfOf(DirectiveNode directive) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;

    private sealed record Trail(FragmentSpreadNode Spread, Trail? Outer)
    {
        public static IEnumerable<FragmentSpreadNode> Spreads(Trail? trail)
        {
            for (var at = trail; at is not null; at = at.Outer)
            {
                yield return at.Spread;
            }
        }
    }
}
