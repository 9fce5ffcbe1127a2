namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.10 Type validation of input objects, §3.10.1 of those with <c>@oneOf</c>.</summary>
internal static class InputFields
{
    public static void Check(InputObjectType type, SchemaReport report)
    {
        if (type.Fields.Count == 0)
        {
            report.Add($"Input Object type {type} must define one or more fields.", type.Origin);
        }

        foreach (var field in type.Fields.Values)
        {
            CheckField(type, field, report);
        }

        DefaultValueCycles.Check(type, report);
    }

    private static void CheckField(InputObjectType type, InputFieldDefinition field, SchemaReport report)
    {
        var (place, origin) = ($"{type}.{field.Name}", field.Origin ?? type.Origin);
        Names.Check(field.Name, origin, report);
        if (!field.Type.IsInput)
        {
            report.Add($"The type of {place} must be Input Type but got: {field.Type}.", origin);
        }

        if (field is { IsRequired: true, DeprecationReason: not null })
        {
            report.Add($"Required input field {place} cannot be deprecated.", origin);
        }

        DefaultValues.Check(place, field, origin, report);
        if (type.IsOneOf && field.Type.IsNonNull)
        {
            report.Add($"OneOf input field {place} must be nullable.", origin);
        }

        if (type.IsOneOf && field.DefaultValue is not null)
        {
            report.Add($"OneOf input field {place} cannot have a default value.", origin);
        }
    }
}
