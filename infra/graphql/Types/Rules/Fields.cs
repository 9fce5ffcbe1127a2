namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.6 Type validation: the fields of an object or interface type.</summary>
internal static class Fields
{
    public static void Check(FieldsType type, SchemaReport report)
    {
        if (type.Fields.Count == 0)
        {
            report.Add($"Type {type} must define one or more fields.", type.Origin);
        }

        foreach (var field in type.Fields.Values)
        {
            var (place, origin) = ($"{type}.{field.Name}", field.Origin ?? type.Origin);
            Names.Check(field.Name, origin, report);
            if (!field.Type.IsOutput)
            {
                report.Add($"The type of {place} must be Output Type but got: {field.Type}.", origin);
            }

            Arguments.Check(place, field.Arguments, origin, report);
            Costs.Check(type, field, report);
        }
    }
}
