using System.Collections.Frozen;
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
    private Tuple<Type, HashSet<string>?>? _properties;

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

    public IReadOnlySet<string>? PropertiesOf(Type type)
    {
        // Asked for one class only, as a rule: the list's own.
        if (_properties is not { } known || known.Item1 != type)
        {
            _properties = known = Tuple.Create(type, FindProperties(type));
        }

        return known.Item2;
    }

    private HashSet<string>? FindProperties(Type type)
    {
        if (plan.Context.Schema.Types.OfType<ObjectType>().FirstOrDefault(candidate => candidate.ClrType == type) is not { } objectType)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in For(objectType).Fields)
        {
            if (field.TypeName is not null)
            {
                continue;
            }

            if (field.Definition.Reads is not { } reads)
            {
                return null;
            }

            names.UnionWith(reads);
        }

        return names;
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

        public IReadOnlySet<string> PropertiesOf(Type type) => FrozenSet<string>.Empty;
    }
}
