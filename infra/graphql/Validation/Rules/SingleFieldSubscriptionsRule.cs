using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// §5.2.4.1 Single Root Field: a subscription selects exactly one root field, no introspection field, and doesn't make it depend on
/// <c>@skip</c> or <c>@include</c>.
/// </summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Subscription || Context.Schema.Subscription is not { } root)
        {
            return;
        }

        var (groups, conditions) = CollectSubscriptionFields(root, operation.SelectionSet);
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (conditions.Count > 0)
        {
            Context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
            return;
        }

        ReportCount(subject, operation, groups);
        foreach (var group in groups.Values.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            Context.Report($"{subject} must not select an introspection top level field.", [.. group]);
        }
    }

    private void ReportCount(string subject, OperationDefinitionNode operation, OrderedDictionary<string, List<FieldNode>> groups)
    {
        if (groups.Count == 0)
        {
            Context.Report($"{subject} must select one top level field.", operation.SelectionSet);
        }
        else if (groups.Count > 1)
        {
            Context.Report($"{subject} must select only one top level field.", [.. groups.Values.Skip(1).SelectMany(group => group)]);
        }
    }

    // §5.2.4.1 CollectSubscriptionFields; a stack instead of recursion, for fragments may form a long chain.
    private (OrderedDictionary<string, List<FieldNode>> Groups, List<DirectiveNode> Conditions) CollectSubscriptionFields(
        ObjectType root, SelectionSetNode selectionSet)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var conditions = new List<DirectiveNode>();
        var seenFragments = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionNode>(selectionSet.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            Context.Spend(1 + selection.Directives.Count);
            if (FirstCondition(selection) is { } condition)
            {
                conditions.Add(condition);
                continue;
            }

            if (selection is FieldNode field)
            {
                if (!groups.TryAdd(field.ResponseKey, [field]))
                {
                    groups[field.ResponseKey].Add(field);
                }

                continue;
            }

            foreach (var below in SelectionsBelow(selection, root, seenFragments).Reverse())
            {
                open.Push(below);
            }
        }

        return (groups, conditions);
    }

    private IEnumerable<SelectionNode> SelectionsBelow(SelectionNode selection, ObjectType root, HashSet<string> seenFragments)
    {
        if (selection is InlineFragmentNode inline)
        {
            return Applies(inline.TypeCondition, root) ? inline.SelectionSet.Selections : [];
        }

        var name = ((FragmentSpreadNode)selection).Name.Value;
        return Context.Fragments.Find(name) is { } fragment && Applies(fragment.TypeCondition, root) && seenFragments.Add(name)
            ? fragment.SelectionSet.Selections
            : [];
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.Schema.FindType(condition.Name.Value) is CompositeType type && Context.Schema.IsPossibleType(type, root));

    private static DirectiveNode? FirstCondition(SelectionNode selection) =>
        selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
        ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
}
