using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.5.2.2 Fragment Spreads Must Not Form Cycles.</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>The fragments being followed, from the outermost to the innermost, and the depth of each.</summary>
    private readonly Stack<Step> _open = new();
    private readonly Dictionary<string, int> _depthByName = new(StringComparer.Ordinal);

    /// <summary>The spread by which each open fragment but the first was reached, and last the spread being looked at.</summary>
    private readonly List<FragmentSpreadNode> _path = [];

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        Open(fragment);
        while (_open.TryPeek(out var step))
        {
            if (step.Next >= step.Spreads.Count)
            {
                Close(_open.Pop());
                continue;
            }

            Follow(step.Spreads[step.Next++]);
        }
    }

    private void Follow(FragmentSpreadNode spread)
    {
        Context.Spend(1);
        _path.Add(spread);
        if (_depthByName.TryGetValue(spread.Name.Value, out var depth))
        {
            ReportCycle(spread, _path[depth..]);
        }
        else if (Context.Fragments.Find(spread.Name.Value) is { } fragment && Open(fragment))
        {
            return;
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private bool Open(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name))
        {
            return false;
        }

        _depthByName[name] = _path.Count;
        _open.Push(new Step(name, Context.Fragments.SpreadsIn(fragment)));
        return true;
    }

    private void Close(Step step)
    {
        _depthByName.Remove(step.Fragment);
        if (_path.Count > 0)
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void ReportCycle(FragmentSpreadNode spread, List<FragmentSpreadNode> cycle)
    {
        Context.Spend(cycle.Count);
        var via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name.Value}\""));
        Context.Report(
            $"Cannot spread fragment \"{spread.Name.Value}\" within itself{(via is "" ? "" : $" via {via}")}.",
            [.. cycle]);
    }

    private sealed record Step(string Fragment, IReadOnlyList<FragmentSpreadNode> Spreads)
    {
        public int Next { get; set; }
    }
}
