using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// The merged selection sets below a field. The plan of a concrete type is made when the first object of that type comes up: a field of an
/// interface with fifty types costs what its answers hold.
/// </summary>
internal sealed class SelectionPlan(OperationPlan plan, IReadOnlyList<SelectionSetNode> sets) : ISelection
{
    private ObjectPlan[] _objects = [];
    private Dictionary<string, ISelection>? _fields;

    public IReadOnlyList<SelectionSetNode> Sets { get; } = sets;

    public IReadOnlyCollection<string> FieldNames => Fields.Keys;

    private Dictionary<string, ISelection> Fields => _fields ??= FindFields();

    /// <summary>The plan for objects of one concrete type.</summary>
    public ObjectPlan For(ObjectType type)
    {
        foreach (var known in Volatile.Read(ref _objects))
        {
            if (known.Type == type)
            {
                return known;
            }
        }

        return Add(type);
    }

    public bool Selects(string fieldName) => Fields.ContainsKey(fieldName);

    public ISelection Below(string fieldName) => Fields.GetValueOrDefault(fieldName) ?? EmptySelection.Instance;

    private ObjectPlan Add(ObjectType type)
    {
        lock (plan.Gate)
        {
            if (Array.Find(_objects, known => known.Type == type) is { } known)
            {
                return known;
            }

            var compiled = ObjectPlan.Compile(plan, this, type);
            Volatile.Write(ref _objects, [.. _objects, compiled]);
            return compiled;
        }
    }

    private Dictionary<string, ISelection> FindFields() =>
        FieldCollector.Collect(plan.Context, plan.Conditions, null, Sets).Values
            .SelectMany(nodes => nodes)
            .GroupBy(node => node.Name.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => plan.SelectionOf([.. group]), StringComparer.Ordinal);

    private sealed class EmptySelection : ISelection
    {
        public static EmptySelection Instance { get; } = new();

        public IReadOnlyCollection<string> FieldNames => [];

        public bool Selects(string fieldName) => false;

        public ISelection Below(string fieldName) => this;
    }
}
