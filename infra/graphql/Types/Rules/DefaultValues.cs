namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.6.1, §3.10 A default value fits its type.</summary>
internal static class DefaultValues
{
    public static void Check(string place, InputFieldDefinition input, string? origin, SchemaReport report)
    {
        if (input is { DefaultValue: { } literal, Type.IsInput: true })
        {
            InputLiteral.Check(literal, input.Type, (message, _, path) =>
                report.Add($"{place} has invalid default value{(path.Length == 0 ? "" : $" at {path}")}: {message}", origin));
        }
    }
}
