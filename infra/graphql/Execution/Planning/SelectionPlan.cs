using System.Collections.Frozen;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// The merged selection sets below a field. The plan of a concrete type is made when the first object of that type comes up: a field of an
/// interface with fifty types costs what its answers hold.
/// </summary>
internal sealed class SelectionPlan(OperationPlan plan, IReadOnlyList<SelectedSet> sets, DeferSet within) : ISelection
{
    private ObjectPlan[] _objects = [];
    private Dictionary<string, ISelection>? _fields;
    private KeyValuePair<Type, HashSet<string>?>[] _properties = [];

    public IReadOnlyList<SelectedSet> Sets { get; } = sets;

    /// <summary>What the objects are delivered with: fields that belong elsewhere come later.</summary>
    public DeferSet Within { get; } = within;

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
        foreach (var (known, properties) in Volatile.Read(ref _properties))
        {
            if (known == type)
            {
                return properties;
            }
        }

        var found = FindProperties(type);
        lock (plan.Gate)
        {
            Volatile.Write(ref _properties, [.. _properties, new(type, found)]);
        }

        return found;
    }

    private HashSet<string>? FindProperties(Type type)
    {
        if (plan.Context.Schema.Types.OfType<ObjectType>().FirstOrDefault(candidate => candidate.ClrType == type) is not { } objectType)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var objects = For(objectType);
        foreach (var field in objects.Fields.Concat(objects.Deferral?.Groups.SelectMany(group => group.Plan.Fields) ?? []))
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
        new FieldCollector(plan.Context, plan.Conditions, null).Collect(Sets).Values
            .SelectMany(fields => fields)
            .Select(field => field with { Usage = null })
            .GroupBy(field => field.Node.Name.Value, StringComparer.Ordinal)
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
