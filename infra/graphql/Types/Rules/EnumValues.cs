namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.9 Type validation of enums.</summary>
internal static class EnumValues
{
    public static void Check(EnumType type, SchemaReport report)
    {
        if (type.Values.Count == 0)
        {
            report.Add($"Enum type {type} must define one or more values.", type.Origin);
        }

        foreach (var value in type.Values.Values)
        {
            Names.Check(value.Name, value.Origin ?? type.Origin, report);
            if (value.Name is "true" or "false" or "null")
            {
                report.Add($"Enum values cannot be named: {value.Name}", value.Origin ?? type.Origin);
            }
        }
    }
}
