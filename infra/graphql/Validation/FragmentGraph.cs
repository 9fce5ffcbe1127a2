using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation;

/// <summary>The fragments of a document and who spreads whom. Never recurses: fragments may form long chains and cycles.</summary>
internal sealed class FragmentGraph
{
    private readonly ValidationContext _context;
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ExecutableDefinitionNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<FragmentDefinitionNode>> _reachable = [];

    public FragmentGraph(ValidationContext context)
    {
        _context = context;
        foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            _byName[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>The fragment of that name (the last one, should there be several), or null.</summary>
    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Every spread inside a definition, at any depth.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(ExecutableDefinitionNode definition)
    {
        if (!_spreads.TryGetValue(definition, out var spreads))
        {
            _spreads[definition] = spreads = FindSpreads(definition.SelectionSet);
        }

        return spreads;
    }

    /// <summary>Every fragment that an operation comes to, each once, nearest first.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(OperationDefinitionNode operation)
    {
        if (!_reachable.TryGetValue(operation, out var fragments))
        {
            _reachable[operation] = fragments = ReachableFrom([operation]);
        }

        return fragments;
    }

    /// <summary>Every fragment that any of the operations comes to, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(IEnumerable<OperationDefinitionNode> operations)
    {
        var found = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            Follow(operation, seen, found);
        }

        for (var i = 0; i < found.Count; i++)
        {
            Follow(found[i], seen, found);
        }

        return found;
    }

    private void Follow(ExecutableDefinitionNode definition, HashSet<string> seen, List<FragmentDefinitionNode> found)
    {
        var spreads = SpreadsIn(definition);
        _context.Spend(spreads.Count);
        foreach (var spread in spreads)
        {
            if (seen.Add(spread.Name.Value) && Find(spread.Name.Value) is { } fragment)
            {
                found.Add(fragment);
            }
        }
    }

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode selectionSet)
    {
        var spreads = new List<FragmentSpreadNode>();
        var open = new Stack<SelectionSetNode>([selectionSet]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } below }:
                        open.Push(below);
                        break;
                    case InlineFragmentNode inline:
                        open.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return spreads;
    }
}
