using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>
/// §5.3.2 FieldsInSetCanMerge, pair by pair, to say which fields conflict and why. Runs only on documents that
/// <see cref="FieldMergeProof"/> found to have a conflict; fragments are compared once with each other and with each scope.
/// </summary>
internal sealed class FieldConflictFinder(ValidationContext context, SelectionScopes scopes)
{
    private const int StepsPerPair = 4;

    /// <summary>More conflicts below one pair of fields than its message can hold.</summary>
    private const int EnoughBelow = 24;

    private readonly ComparedPairs<SelectionScope, FragmentDefinitionNode> _scopesAndFragments = new();
    private readonly ComparedPairs<FragmentDefinitionNode, FragmentDefinitionNode> _fragments = new();

    private int _depth;

    /// <summary>The conflicts within one scope, up to as many as can still be reported and one more.</summary>
    public IReadOnlyList<FieldConflict> FindWithin(SelectionScope scope)
    {
        var conflicts = new List<FieldConflict>();
        foreach (var fields in scope.Fields.Values)
        {
            for (var i = 0; i < fields.Count && !HasEnough(conflicts); i++)
            {
                for (var j = i + 1; j < fields.Count && !HasEnough(conflicts); j++)
                {
                    Compare(fields[i], fields[j], exclusive: false, conflicts);
                }
            }
        }

        for (var i = 0; i < scope.Spreads.Count; i++)
        {
            CompareWithFragment(scope, scope.Spreads[i], exclusive: false, conflicts);
            for (var j = i + 1; j < scope.Spreads.Count; j++)
            {
                CompareFragments(scope.Spreads[i], scope.Spreads[j], exclusive: false, conflicts);
            }
        }

        return conflicts;
    }

    private void CompareWithFragment(SelectionScope scope, FragmentDefinitionNode fragment, bool exclusive, List<FieldConflict> conflicts)
    {
        var open = new Stack<FragmentDefinitionNode>([fragment]);
        while (open.TryPop(out var next))
        {
            context.Spend(StepsPerPair);
            if (scope.Fields.Count == 0 || !_scopesAndFragments.Add(scope, next, exclusive))
            {
                continue;
            }

            var other = scopes.Of(next);
            if (ReferenceEquals(scope, other))
            {
                continue;
            }

            CompareScopes(scope, other, exclusive, conflicts);
            for (var i = other.Spreads.Count - 1; i >= 0; i--)
            {
                open.Push(other.Spreads[i]);
            }
        }
    }

    private void CompareFragments(
        FragmentDefinitionNode firstFragment, FragmentDefinitionNode secondFragment, bool exclusive, List<FieldConflict> conflicts)
    {
        var open = new Stack<(FragmentDefinitionNode, FragmentDefinitionNode)>([(firstFragment, secondFragment)]);
        while (open.TryPop(out var pair))
        {
            context.Spend(StepsPerPair);
            var (first, second) = pair;
            if (ReferenceEquals(first, second) || !AddPair(first, second, exclusive))
            {
                continue;
            }

            var (firstScope, secondScope) = (scopes.Of(first), scopes.Of(second));
            CompareScopes(firstScope, secondScope, exclusive, conflicts);
            foreach (var inner in firstScope.Spreads.AsEnumerable().Reverse())
            {
                open.Push((inner, second));
            }

            foreach (var inner in secondScope.Spreads.AsEnumerable().Reverse())
            {
                open.Push((first, inner));
            }
        }
    }

    private bool AddPair(FragmentDefinitionNode first, FragmentDefinitionNode second, bool exclusive) =>
        !_fragments.Covers(second, first, exclusive) && _fragments.Add(first, second, exclusive);

    private void CompareScopes(SelectionScope first, SelectionScope second, bool exclusive, List<FieldConflict> conflicts)
    {
        if (second.Fields.Count == 0 || HasEnough(conflicts))
        {
            return;
        }

        foreach (var (key, firstFields) in first.Fields)
        {
            context.Spend(1);
            if (!second.Fields.TryGetValue(key, out var secondFields))
            {
                continue;
            }

            for (var i = 0; i < firstFields.Count && !HasEnough(conflicts); i++)
            {
                for (var j = 0; j < secondFields.Count && !HasEnough(conflicts); j++)
                {
                    Compare(firstFields[i], secondFields[j], exclusive, conflicts);
                }
            }
        }
    }

    private void Compare(SelectedField first, SelectedField second, bool exclusive, List<FieldConflict> conflicts)
    {
        context.Spend(StepsPerPair);
        if (FindConflict(first, second, exclusive || first.Excludes(second)) is { } conflict)
        {
            conflicts.Add(conflict);
        }
    }

    private bool HasEnough(List<FieldConflict> conflicts) =>
        conflicts.Count >= (_depth > 0 ? EnoughBelow : context.RemainingErrors + 1);

    private FieldConflict? FindConflict(SelectedField first, SelectedField second, bool exclusive)
    {
        if (ReasonAgainst(first, second, exclusive) is { } reason)
        {
            return FieldConflict.Between(first, second, reason);
        }

        if (first.Node.SelectionSet is null || second.Node.SelectionSet is null)
        {
            return null;
        }

        var below = FindBelow(scopes.Below(first), scopes.Below(second), exclusive);
        return below.Count == 0 ? null : FieldConflict.Below(first, second, below);
    }

    private static string? ReasonAgainst(SelectedField first, SelectedField second, bool exclusive)
    {
        var (firstName, secondName) = (first.Node.Name.Value, second.Node.Name.Value);
        if (!exclusive && firstName != secondName)
        {
            return $"\"{FieldConflict.Shorten(firstName)}\" and \"{FieldConflict.Shorten(secondName)}\" are different fields";
        }

        if (!exclusive && !first.Arguments.Matches(second.Arguments))
        {
            return "they have differing arguments";
        }

        if (first.Stream is not null || second.Stream is not null)
        {
            return ReasonAgainstStreams(first.Stream, second.Stream);
        }

        return first.Definition?.Type is { } firstType && second.Definition?.Type is { } secondType && ResponseShape.Conflicts(firstType, secondType)
            ? $"they return conflicting types \"{firstType}\" and \"{secondType}\""
            : null;
    }

    private static string ReasonAgainstStreams(DirectiveNode? first, DirectiveNode? second)
    {
        const string Overlap = "they have overlapping stream directives";
        return first is not null && second is not null && new ArgumentsKey(first.Arguments).Matches(new ArgumentsKey(second.Arguments))
            ? $"{Overlap}. See https://github.com/graphql/defer-stream-wg/discussions/100"
            : Overlap;
    }

    private List<FieldConflict> FindBelow(SelectionScope first, SelectionScope second, bool exclusive)
    {
        if (++_depth > context.Options.MaxDepth)
        {
            throw new ValidationAbortedException([LimitErrors.FieldsDepth(context.Options.MaxDepth)]);
        }

        var conflicts = new List<FieldConflict>();
        CompareScopes(first, second, exclusive, conflicts);
        foreach (var fragment in second.Spreads)
        {
            CompareWithFragment(first, fragment, exclusive, conflicts);
        }

        foreach (var fragment in first.Spreads)
        {
            CompareWithFragment(second, fragment, exclusive, conflicts);
        }

        foreach (var firstFragment in first.Spreads)
        {
            foreach (var secondFragment in second.Spreads)
            {
                CompareFragments(firstFragment, secondFragment, exclusive, conflicts);
            }
        }

        _depth--;
        return conflicts;
    }
}
