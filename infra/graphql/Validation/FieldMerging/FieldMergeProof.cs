using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>
/// §5.3.2 Field Selection Merging, decided for a whole document at once: takes all fields of a response path together and compares each with the
/// first only, for "same name and arguments" and "same shape" are equivalences. So a set of n fields costs n steps, not n². Sets
/// that come up again (fragments that are spread in many places) are checked once. Who conflicts with whom it leaves to
/// <see cref="FieldConflictFinder"/>.
/// </summary>
internal sealed class FieldMergeProof(ValidationContext context, SelectionScopes scopes)
{
    /// <summary>Putting scopes together costs more than looking at a field.</summary>
    private const int StepsPerScope = 16;

    private readonly Queue<ScopeSet> _open = new();
    private readonly HashSet<ScopeSet> _known = [];

    /// <summary>Whether no two fields of the document conflict.</summary>
    public bool Holds()
    {
        foreach (var root in Roots())
        {
            Enqueue([root], mayMeet: true);
            while (_open.TryDequeue(out var set))
            {
                if (!Check(set))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Operations come to most fragments; of the rest, those first that no other spreads.</summary>
    private IEnumerable<SelectionScope> Roots()
    {
        var operations = context.Document.Definitions.OfType<OperationDefinitionNode>().ToList();
        var fragments = context.Document.Definitions.OfType<FragmentDefinitionNode>().ToList();
        var spread = fragments.SelectMany(context.Fragments.SpreadsIn).Select(node => node.Name.Value).ToHashSet(StringComparer.Ordinal);
        var reached = context.Fragments.ReachableFrom(operations).ToHashSet();
        return operations.Select(scopes.Of).Concat(fragments
            .Where(fragment => !reached.Contains(fragment))
            .OrderBy(fragment => spread.Contains(fragment.Name.Value))
            .Select(scopes.Of));
    }

    private void Enqueue(IEnumerable<SelectionScope> roots, bool mayMeet)
    {
        var set = new ScopeSet([.. roots.Select(SkipEmpty).Distinct().OrderBy(scope => scope.Id)], mayMeet);
        context.Spend(StepsPerScope * (1 + set.Scopes.Length));
        if (_known.Add(set))
        {
            _open.Enqueue(set);
        }
    }

    // A scope that only spreads one fragment is that fragment's, and so is found to be known sooner.
    private SelectionScope SkipEmpty(SelectionScope scope)
    {
        for (var hops = 0; scope is { Fields.Count: 0, Spreads: [var only] } && hops < context.Options.MaxDepth; hops++)
        {
            scope = scopes.Of(only);
        }

        return scope;
    }

    private bool Check(ScopeSet set)
    {
        foreach (var group in GroupByResponseKey(set.Scopes))
        {
            context.Spend(group.Count);
            if (group.Count > 1 && (!HaveSameShape(group) || (set.MayMeet && !AreSameFieldWhereTheyMeet(group))))
            {
                return false;
            }

            EnqueueBelow(group, set.MayMeet);
        }

        return true;
    }

    private IEnumerable<IReadOnlyList<SelectedField>> GroupByResponseKey(SelectionScope[] roots)
    {
        if (roots is [{ Spreads.Count: 0 } only])
        {
            return only.Fields.Values;
        }

        var groups = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        var seen = new HashSet<SelectionScope>(roots);
        var open = new Queue<SelectionScope>(roots);
        while (open.TryDequeue(out var scope))
        {
            context.Spend(StepsPerScope * (1 + scope.Spreads.Count));
            foreach (var (key, fields) in scope.Fields)
            {
                context.Spend(fields.Count);
                if (!groups.TryGetValue(key, out var group))
                {
                    groups[key] = group = [];
                }

                group.AddRange(fields);
            }

            foreach (var fragment in scope.Spreads)
            {
                var inner = scopes.Of(fragment);
                if (seen.Add(inner))
                {
                    open.Enqueue(inner);
                }
            }
        }

        return groups.Values;
    }

    private static bool HaveSameShape(IReadOnlyList<SelectedField> group)
    {
        GraphQLType? first = null;
        foreach (var field in group)
        {
            if (field.Stream is not null)
            {
                return false;
            }

            first ??= field.Definition?.Type;
            if (field.Definition is { } definition && ResponseShape.Conflicts(first!, definition.Type))
            {
                return false;
            }
        }

        return true;
    }

    // Fields on an interface meet those on every object type; fields on two object types never meet.
    private static bool AreSameFieldWhereTheyMeet(IReadOnlyList<SelectedField> group)
    {
        var onAnyType = group.FirstOrDefault(field => field.ParentType is not ObjectType);
        var firstOf = new Dictionary<ObjectType, SelectedField>();
        foreach (var field in group)
        {
            var first = onAnyType;
            if (first is null && !firstOf.TryGetValue((ObjectType)field.ParentType!, out first))
            {
                first = firstOf[(ObjectType)field.ParentType!] = field;
            }

            if (!IsSameField(first, field))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSameField(SelectedField first, SelectedField field) =>
        ReferenceEquals(first, field)
        || (first.Node.Name.Value == field.Node.Name.Value
            && (first.Node.Arguments.Count | field.Node.Arguments.Count) is var any
            && (any == 0 || (!field.Arguments.HasDuplicates && first.Arguments.Matches(field.Arguments))));

    private void EnqueueBelow(IReadOnlyList<SelectedField> group, bool mayMeet)
    {
        var below = group.Where(field => field.Node.SelectionSet is not null).ToList();
        if (below.Count == 0)
        {
            return;
        }

        var objectTypes = below.Select(field => field.ParentType).OfType<ObjectType>().ToHashSet();
        if (!mayMeet || objectTypes.Count <= 1)
        {
            Enqueue(below.Select(scopes.Below), mayMeet);
            return;
        }

        Enqueue(below.Select(scopes.Below), mayMeet: false);
        var onAnyType = below.Where(field => field.ParentType is not ObjectType).ToList();
        foreach (var type in below.Where(field => field.ParentType is ObjectType).GroupBy(field => field.ParentType))
        {
            Enqueue(type.Concat(onAnyType).Select(scopes.Below), mayMeet: true);
        }
    }
}
