using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// Keeps introspection from being asked in circles: lists of the schema (fields, interfaces, possible types, input fields) may be nested
/// two deep, not three. Beyond the specification; graphql-js refuses the same.
/// </summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private const int MaxLists = 3;

    public override void EnterField(FieldNode field)
    {
        if (field is { Name.Value: "__schema" or "__type", SelectionSet: { } selectionSet } && IsTooDeep(selectionSet))
        {
            Context.Report("Maximum introspection depth exceeded", field);
        }
    }

    private bool IsTooDeep(SelectionSetNode root)
    {
        var deepestSeen = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<(SelectionSetNode Set, int Lists)>([(root, 0)]);
        while (open.TryPop(out var entry))
        {
            foreach (var selection in entry.Set.Selections)
            {
                Context.Spend(1);
                var lists = entry.Lists + (IsList(selection) ? 1 : 0);
                if (lists >= MaxLists)
                {
                    return true;
                }

                if (SelectionsBelow(selection, lists, deepestSeen) is { } below)
                {
                    open.Push((below, lists));
                }
            }
        }

        return false;
    }

    private SelectionSetNode? SelectionsBelow(SelectionNode selection, int lists, Dictionary<string, int> deepestSeen)
    {
        switch (selection)
        {
            case FieldNode field:
                return field.SelectionSet;
            case InlineFragmentNode inline:
                return inline.SelectionSet;
        }

        var name = ((FragmentSpreadNode)selection).Name.Value;
        if (deepestSeen.TryGetValue(name, out var seen) && seen >= lists)
        {
            return null;
        }

        deepestSeen[name] = lists;
        return Context.Fragments.Find(name)?.SelectionSet;
    }

    private static bool IsList(SelectionNode selection) =>
        selection is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" };
}
