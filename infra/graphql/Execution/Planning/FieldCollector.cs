using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.3.2 CollectFields and CollectSubfields.</summary>
internal sealed class FieldCollector(PlanContext context, Conditions conditions, ObjectType? type)
{
    private readonly OrderedDictionary<string, List<FieldNode>> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>The selected fields by response key, in the order of the response.</summary>
    /// <param name="type">The concrete type; null collects whatever any type would select.</param>
    public static OrderedDictionary<string, List<FieldNode>> Collect(
        PlanContext context, Conditions conditions, ObjectType? type, IReadOnlyList<SelectionSetNode> sets)
    {
        var collector = new FieldCollector(context, conditions, type);
        foreach (var set in sets)
        {
            collector.Visit(set);
        }

        return collector._groups;
    }

    private void Visit(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            if (conditions.Take(selection))
            {
                Visit(selection);
            }
        }
    }

    private void Visit(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                Add(field);
                break;
            case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                Visit(inline.SelectionSet);
                break;
            case FragmentSpreadNode spread when _visited.Add(spread.Name.Value):
                var fragment = context.Fragments[spread.Name.Value];
                if (Applies(fragment.TypeCondition))
                {
                    Visit(fragment.SelectionSet);
                }

                break;
        }
    }

    private void Add(FieldNode field)
    {
        if (!_groups.TryGetValue(field.ResponseKey, out var group))
        {
            _groups.Add(field.ResponseKey, group = []);
        }

        group.Add(field);
    }

    /// <summary>§6.3.2 DoesFragmentTypeApply.</summary>
    private bool Applies(NamedTypeNode condition) =>
        type is null ||
        (context.Schema.FindType(condition.Name.Value) is CompositeType fragmentType &&
            (fragmentType == type || context.Schema.IsPossibleType(fragmentType, type)));
}
