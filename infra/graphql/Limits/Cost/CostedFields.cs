using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Limits;

/// <summary>
/// The fields selected of one object whose type is not yet known, merged by response key within the type they are selected of. As one type takes
/// part in several such groups, a sum over them is never too low.
/// </summary>
internal sealed class CostedFields
{
    private readonly OperationPlan _plan;
    private readonly OrderedDictionary<(string Key, CompositeType Type), List<FieldNode>> _fields = [];
    private readonly HashSet<(string Fragment, CompositeType Type)> _visited = [];

    private CostedFields(OperationPlan plan) => _plan = plan;

    public static IEnumerable<(CompositeType Type, List<FieldNode> Nodes)> Collect(
        OperationPlan plan, CompositeType type, IEnumerable<SelectionSetNode> sets)
    {
        var collected = new CostedFields(plan);
        foreach (var set in sets)
        {
            collected.Visit(set, type);
        }

        return collected._fields.Select(entry => (entry.Key.Type, entry.Value));
    }

    private void Visit(SelectionSetNode set, CompositeType type)
    {
        foreach (var selection in set.Selections)
        {
            if (_plan.Conditions.MayTake(selection))
            {
                Visit(selection, type);
            }
        }
    }

    private void Visit(SelectionNode selection, CompositeType type)
    {
        switch (selection)
        {
            case FieldNode field:
                Add(field, type);
                break;
            case InlineFragmentNode inline when Narrow(type, inline.TypeCondition) is { } narrowed:
                Visit(inline.SelectionSet, narrowed);
                break;
            case FragmentSpreadNode spread:
                var fragment = _plan.Context.Fragments[spread.Name.Value];
                if (Narrow(type, fragment.TypeCondition) is { } condition && _visited.Add((spread.Name.Value, condition)))
                {
                    Visit(fragment.SelectionSet, condition);
                }

                break;
        }
    }

    private void Add(FieldNode field, CompositeType type)
    {
        if (!_fields.TryGetValue((field.ResponseKey, type), out var nodes))
        {
            _fields.Add((field.ResponseKey, type), nodes = []);
        }

        nodes.Add(field);
    }

    /// <summary>What the object's type is known to be within a fragment; null if no object of the type can be there.</summary>
    private CompositeType? Narrow(CompositeType type, NamedTypeNode? condition)
    {
        if (condition is null)
        {
            return type;
        }

        var schema = _plan.Context.Schema;
        var target = (CompositeType)schema.FindType(condition.Name.Value)!;
        return target == type ? type
            : type is ObjectType known ? (target is not ObjectType && schema.IsPossibleType(target, known) ? type : null)
            : target;
    }
}
