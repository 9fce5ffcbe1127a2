using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Every field that a plan may come to, whatever the data: a field of an interface also as each object type that may answer it. Fields that the
/// plan's conditions leave out are none of them.
/// </summary>
internal sealed class PossibleFields
{
    private readonly OperationPlan _plan;
    private readonly Action<CompositeType, FieldDefinition, FieldNode> _found;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    private PossibleFields(OperationPlan plan, Action<CompositeType, FieldDefinition, FieldNode> found) => (_plan, _found) = (plan, found);

    public static void Visit(OperationPlan plan, ObjectType rootType, Action<CompositeType, FieldDefinition, FieldNode> found) =>
        new PossibleFields(plan, found).Visit(plan.Operation.SelectionSet, rootType);

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
                Visit(field, type);
                break;
            case InlineFragmentNode inline:
                Visit(inline.SelectionSet, Narrow(type, inline.TypeCondition));
                break;
            case FragmentSpreadNode spread:
                Visit(_plan.Context.Fragments[spread.Name.Value], type);
                break;
        }
    }

    private void Visit(FragmentDefinitionNode fragment, CompositeType type)
    {
        var narrowed = Narrow(type, fragment.TypeCondition);
        if (_visited.Add($"{fragment.Name.Value} {narrowed.Name}"))
        {
            Visit(fragment.SelectionSet, narrowed);
        }
    }

    private void Visit(FieldNode field, CompositeType type)
    {
        var name = field.Name.Value;
        var definition = ObjectPlan.DefinitionOf(_plan.Context.Schema, type, name);
        Find(type, definition, field);
        foreach (var possible in type is InterfaceType ? _plan.Context.Schema.PossibleTypes(type) : [])
        {
            Find(possible, possible.Fields.GetValueOrDefault(name), field);
        }

        if (field.SelectionSet is { } below && definition?.Type.Named is CompositeType inner)
        {
            Visit(below, inner);
        }
    }

    private void Find(CompositeType type, FieldDefinition? definition, FieldNode node)
    {
        if (definition is not null)
        {
            _found(type, definition, node);
        }
    }

    /// <summary>An object stays what it is within a fragment on one of its interfaces.</summary>
    private CompositeType Narrow(CompositeType type, NamedTypeNode? condition) =>
        condition is null || type is ObjectType ? type : (CompositeType)_plan.Context.Schema.FindType(condition.Name.Value)!;
}
