using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.3.2 CollectFields and CollectSubfields.</summary>
/// <param name="type">The concrete type; null collects whatever any type would select, at whatever time it comes.</param>
internal sealed class FieldCollector(PlanContext context, Conditions conditions, ObjectType? type)
{
    private readonly OrderedDictionary<string, List<SelectedField>> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<(string Fragment, DirectiveNode? Defer)> _visited = [];
    private List<DeferUsage>? _usages;

    /// <summary>The <c>@defer</c>s that hold in the selections, an outer one before those within.</summary>
    public IReadOnlyList<DeferUsage> NewUsages => _usages ?? [];

    /// <summary>The selected fields by response key, in the order of the response.</summary>
    public OrderedDictionary<string, List<SelectedField>> Collect(IReadOnlyList<SelectedSet> sets)
    {
        foreach (var (set, usage) in sets)
        {
            Visit(set, usage);
        }

        return _groups;
    }

    private void Visit(SelectionSetNode set, DeferUsage? usage)
    {
        foreach (var selection in set.Selections)
        {
            if (conditions.Take(selection))
            {
                Visit(selection, usage);
            }
        }
    }

    private void Visit(SelectionNode selection, DeferUsage? usage)
    {
        switch (selection)
        {
            case FieldNode field:
                Add(new SelectedField(field, usage));
                break;
            case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                Visit(inline.SelectionSet, FindDefer(inline) is { } defer ? Use(defer, usage) : usage);
                break;
            case FragmentSpreadNode spread when context.Fragments[spread.Name.Value] is var fragment && Applies(fragment.TypeCondition):
                Visit(fragment, FindDefer(spread), usage);
                break;
        }
    }

    /// <summary>A fragment that the first part holds is not deferred too, and each <c>@defer</c> takes it once: its text bounds the work.</summary>
    private void Visit(FragmentDefinitionNode fragment, DirectiveNode? defer, DeferUsage? usage)
    {
        var name = fragment.Name.Value;
        if (!_visited.Contains((name, null)) && _visited.Add((name, defer ?? usage?.Directive)))
        {
            Visit(fragment.SelectionSet, defer is null ? usage : Use(defer, usage));
        }
    }

    private DirectiveNode? FindDefer(SelectionNode selection) =>
        type is null || selection.Directives.Count == 0 ? null : conditions.FindHolding(selection.Directives, SpecifiedDirectives.Defer);

    private DeferUsage Use(DirectiveNode defer, DeferUsage? parent)
    {
        var usage = new DeferUsage(defer, parent, NewUsages.Count);
        (_usages ??= []).Add(usage);
        return usage;
    }

    private void Add(SelectedField field)
    {
        if (!_groups.TryGetValue(field.Node.ResponseKey, out var group))
        {
            _groups.Add(field.Node.ResponseKey, group = []);
        }

        group.Add(field);
    }

    /// <summary>§6.3.2 DoesFragmentTypeApply.</summary>
    private bool Applies(NamedTypeNode condition) =>
        type is null ||
        (context.Schema.FindType(condition.Name.Value) is CompositeType fragmentType &&
            (fragmentType == type || context.Schema.IsPossibleType(fragmentType, type)));
}
