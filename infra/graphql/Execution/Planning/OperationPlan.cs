using System.Runtime.CompilerServices;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>One operation, prepared for one set of values of its conditions; shared by all requests that bring those.</summary>
internal sealed class OperationPlan
{
    private readonly Dictionary<FieldNode[], SelectionPlan> _selections = new(SameNodes.Instance);
    private readonly Lazy<bool> _dependsOnCaller;

    public OperationPlan(PlanContext context, OperationDefinitionNode operation, ObjectType rootType, Conditions conditions)
    {
        (Context, Operation, Conditions) = (context, operation, conditions);
        RootSelection = new SelectionPlan(this, [operation.SelectionSet]);
        Root = RootSelection.For(rootType);
        Authorization = AuthorizationPlan.For(this, rootType);
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

    /// <summary>Whether responses to the same event may differ between callers.</summary>
    public bool DependsOnCaller => _dependsOnCaller.Value;

    /// <summary>The selection below merged fields. The same fields merge to the same selection, whatever type they were found in.</summary>
    public SelectionPlan SelectionBelow(FieldNode[] nodes)
    {
        lock (Gate)
        {
            if (!_selections.TryGetValue(nodes, out var selection))
            {
                selection = new SelectionPlan(this, [.. nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!)]);
                _selections.Add(nodes, selection);
            }

            return selection;
        }
    }

    /// <summary>As a resolver sees it: empty for leaves.</summary>
    public ISelection SelectionOf(FieldNode[] nodes) => SelectionBelow(nodes);

    private sealed class SameNodes : IEqualityComparer<FieldNode[]>
    {
        public static SameNodes Instance { get; } = new();

        public bool Equals(FieldNode[]? x, FieldNode[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(FieldNode[] nodes)
        {
            var hash = default(HashCode);
            foreach (var node in nodes)
            {
                hash.Add(RuntimeHelpers.GetHashCode(node));
            }

            return hash.ToHashCode();
        }
    }
}
