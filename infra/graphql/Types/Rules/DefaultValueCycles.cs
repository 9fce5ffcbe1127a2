using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.10 InputObjectDefaultValueHasCycle: no default value leads, through the defaults of the fields it leaves out, to itself.</summary>
internal sealed class DefaultValueCycles
{
    private static readonly ObjectValueNode EmptyObject = new([]);

    private readonly SchemaReport _report;
    private readonly List<(InputFieldDefinition Field, string Place)> _path = [];

    private DefaultValueCycles(SchemaReport report) => _report = report;

    public static void Check(InputObjectType type, SchemaReport report) => new DefaultValueCycles(report).Follow(type, EmptyObject);

    private void Follow(InputObjectType type, ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    Follow(type, item);
                }

                break;
            case ObjectValueNode map:
                foreach (var field in type.Fields.Values.Where(field => field.Type.Named is InputObjectType))
                {
                    FollowField(type, field, map.Fields.LastOrDefault(given => given.Name.Value == field.Name)?.Value);
                }

                break;
        }
    }

    private void FollowField(InputObjectType type, InputFieldDefinition field, ValueNode? given)
    {
        var fieldType = (InputObjectType)field.Type.Named;
        if (given is not null)
        {
            Follow(fieldType, given);
        }
        else if (field.DefaultValue is { } defaultValue)
        {
            FollowDefault(field, $"{type}.{field.Name}", fieldType, defaultValue);
        }
    }

    private void FollowDefault(InputFieldDefinition field, string place, InputObjectType fieldType, ValueNode defaultValue)
    {
        var start = _path.FindIndex(step => step.Field == field);
        if (start >= 0)
        {
            var via = string.Join(", ", _path.Skip(start + 1).Select(step => step.Place));
            _report.Add(
                $"Invalid circular reference. The default value of Input Object field {place} references itself"
                + (via.Length == 0 ? "." : $" via the default values of: {via}."),
                field.Origin);
        }
        else if (_report.FollowedDefaults.Add(field))
        {
            _path.Add((field, place));
            Follow(fieldType, defaultValue);
            _path.RemoveAt(_path.Count - 1);
        }
    }
}
