namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.6.1 Arguments of fields and directives.</summary>
internal static class Arguments
{
    public static void Check(
        string owner, OrderedDictionary<string, InputFieldDefinition> arguments, string? ownerOrigin, SchemaReport report)
    {
        foreach (var argument in arguments.Values)
        {
            var (place, origin) = ($"{owner}({argument.Name}:)", argument.Origin ?? ownerOrigin);
            Names.Check(argument.Name, origin, report);
            if (!argument.Type.IsInput)
            {
                report.Add($"The type of {place} must be Input Type but got: {argument.Type}.", origin);
            }

            if (argument is { IsRequired: true, DeprecationReason: not null })
            {
                report.Add($"Required argument {place} cannot be deprecated.", origin);
            }

            DefaultValues.Check(place, argument, origin, report);
        }
    }
}
