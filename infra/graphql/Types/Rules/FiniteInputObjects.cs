namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.10 Circular references: for every input object a finite value can be given.</summary>
internal sealed class FiniteInputObjects
{
    private readonly HashSet<InputObjectType> _finite = [];
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<(InputObjectType Type, InputFieldDefinition Field)> _path = [];
    private readonly SchemaReport _report;

    private FiniteInputObjects(SchemaReport report) => _report = report;

    public static void Check(IEnumerable<InputObjectType> types, SchemaReport report)
    {
        var inputs = types.ToList();
        var check = new FiniteInputObjects(report);
        check.FindFinite(inputs);
        foreach (var type in inputs)
        {
            check.ReportCycles(type);
        }
    }

    /// <summary>Marks types as finite until no further one follows from those that are.</summary>
    private void FindFinite(List<InputObjectType> types)
    {
        while (types.Where(type => !_finite.Contains(type)).ToList().FindAll(IsFinite) is { Count: > 0 } found)
        {
            _finite.UnionWith(found);
        }
    }

    private bool IsFinite(InputObjectType type) => type.IsOneOf
        ? type.Fields.Count == 0 || type.Fields.Values.Any(field => ForcedBy(type, field) is not { } forced || _finite.Contains(forced))
        : type.Fields.Values.All(field => ForcedBy(type, field) is not { } forced || _finite.Contains(forced));

    /// <summary>The input object that a value of the field must hold; null when it can do without.</summary>
    private static InputObjectType? ForcedBy(InputObjectType type, InputFieldDefinition field) => type.IsOneOf
        ? field.Type as InputObjectType
        : (field.Type as NonNullType)?.OfType as InputObjectType;

    private void ReportCycles(InputObjectType type)
    {
        if (_finite.Contains(type) || !_visited.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields.Values)
        {
            if (ForcedBy(type, field) is not { } forced || _finite.Contains(forced))
            {
                continue;
            }

            _path.Add((type, field));
            var start = _path.FindIndex(step => step.Type == forced);
            if (start < 0)
            {
                ReportCycles(forced);
            }
            else
            {
                Report(forced, start);
            }

            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Report(InputObjectType type, int start)
    {
        var fields = string.Join(", ", _path.Skip(start).Select(step => $"{step.Type}.{step.Field.Name}"));
        _report.Add(
            $"Input Object {type} cannot be provided a finite value because it references itself through fields: {fields}.",
            _path[start].Field.Origin ?? type.Origin);
    }
}
