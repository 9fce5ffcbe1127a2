namespace R2P.GraphQL.Types.Rules;

/// <summary>IBM cost specification §9 Validation.</summary>
internal static class Costs
{
    public static void Check(FieldsType type, FieldDefinition field, SchemaReport report)
    {
        var (place, origin) = ($"{type}.{field.Name}", field.Origin ?? type.Origin);
        if (type is InterfaceType && field.Cost is not null)
        {
            report.Add($"{place} can't have a cost: it is a field of an interface, whose object types decide (§9.1.1).", origin);
        }

        if (field.ListSize is { } size)
        {
            CheckTarget(place, field, size, origin, report);
            CheckArguments(place, field, size, origin, report);
        }
    }

    /// <summary>§9.2.1, §9.2.2</summary>
    private static void CheckTarget(string place, FieldDefinition field, ListSize size, string? origin, SchemaReport report)
    {
        if (size.SizedFields.Count == 0 && field.Type.Nullable is not ListType)
        {
            report.Add($"{place} has a list size, but returns no list and names no sized fields.", origin);
        }

        foreach (var name in size.SizedFields)
        {
            if ((field.Type.Named as FieldsType)?.Fields.GetValueOrDefault(name)?.Type.Nullable is not ListType)
            {
                report.Add($"{place} names \"{name}\" as a sized field; {field.Type.Named} has no such list.", origin);
            }
        }
    }

    /// <summary>§9.2.3, §9.2.4; beyond the specification a list may be a slicing argument, and counts by its length.</summary>
    private static void CheckArguments(string place, FieldDefinition field, ListSize size, string? origin, SchemaReport report)
    {
        foreach (var name in size.SlicingArguments)
        {
            if (field.Arguments.GetValueOrDefault(name)?.Type.Nullable is not (ListType or ScalarType { Name: "Int" }))
            {
                report.Add($"{place} names \"{name}\" as a slicing argument; it has no such argument of type Int.", origin);
            }
        }

        var hasDefault = size.SlicingArguments.Any(name => field.Arguments.GetValueOrDefault(name)?.DefaultValue is not null);
        if (size is { AssumedSize: not null, SlicingArguments.Count: > 0 } && (size.RequireOneSlicingArgument || hasDefault))
        {
            report.Add($"{place} has an assumed list size beside slicing arguments, which already tell one.", origin);
        }

        if (size.AssumedSize < 0)
        {
            report.Add($"{place} has a negative list size.", origin);
        }
    }
}
