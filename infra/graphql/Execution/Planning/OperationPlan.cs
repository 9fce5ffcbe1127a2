using System.Runtime.CompilerServices;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>One operation, prepared for one set of values of its conditions; shared by all requests that bring those.</summary>
internal sealed class OperationPlan
{
    private readonly Dictionary<(SelectedField[] Fields, DeferSet Within), SelectionPlan> _selections = new(SameFields.Instance);
    private readonly Lazy<bool> _dependsOnCaller;

    public OperationPlan(PlanContext context, OperationDefinitionNode operation, ObjectType rootType, Conditions conditions)
    {
        (Context, Operation, Conditions) = (context, operation, conditions);
        RootSelection = new SelectionPlan(this, [new SelectedSet(operation.SelectionSet, null)], DeferSet.None);
        Root = RootSelection.For(rootType);
        Authorization = AuthorizationPlan.For(this, rootType);
        Cost = CostCompiler.Compile(this, rootType);
        _dependsOnCaller = new Lazy<bool>(() => CallerDependence.Of(this, rootType));
    }

    /// <summary>Held while the plan grows.</summary>
    public Lock Gate { get; } = new();

    public PlanContext Context { get; }

    public OperationDefinitionNode Operation { get; }

    public Conditions Conditions { get; }

    public SelectionPlan RootSelection { get; }

    public ObjectPlan Root { get; }

    public AuthorizationPlan Authorization { get; }

    public CostPlan Cost { get; }

    /// <summary>Whether responses to the same event may differ between callers.</summary>
    public bool DependsOnCaller => _dependsOnCaller.Value;

    /// <summary>The selection below merged fields. The same fields merge to the same selection, whatever type they were found in.</summary>
    /// <param name="within">What the fields are delivered with.</param>
    public SelectionPlan SelectionBelow(SelectedField[] fields, DeferSet within)
    {
        lock (Gate)
        {
            if (!_selections.TryGetValue((fields, within), out var selection))
            {
                var sets = from field in fields where field.Node.SelectionSet is not null select new SelectedSet(field.Node.SelectionSet!, field.Usage);
                selection = new SelectionPlan(this, [.. sets], within);
                _selections.Add((fields, within), selection);
            }

            return selection;
        }
    }

    /// <summary>As a resolver sees it: empty for leaves.</summary>
    public ISelection SelectionOf(SelectedField[] fields) => SelectionBelow(fields, DeferSet.None);

    private sealed class SameFields : IEqualityComparer<(SelectedField[] Fields, DeferSet Within)>
    {
        public static SameFields Instance { get; } = new();

        public bool Equals((SelectedField[] Fields, DeferSet Within) x, (SelectedField[] Fields, DeferSet Within) y) =>
            x.Fields.AsSpan().SequenceEqual(y.Fields) && x.Within.Equals(y.Within);

        public int GetHashCode((SelectedField[] Fields, DeferSet Within) key)
        {
            var hash = default(HashCode);
            hash.Add(key.Within);
            foreach (var field in key.Fields)
            {
                hash.Add(RuntimeHelpers.GetHashCode(field.Node));
            }

            return hash.ToHashCode();
        }
    }
}
