namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.13 Type validation of directive definitions.</summary>
internal static class Directives
{
    public static void Check(DirectiveDefinition directive, SchemaReport report)
    {
        Names.Check(directive.Name, directive.Origin, report);
        if (directive.Locations.Count == 0)
        {
            report.Add($"Directive @{directive.Name} must include 1 or more locations.", directive.Origin);
        }

        Arguments.Check($"@{directive.Name}", directive.Arguments, directive.Origin, report);
    }
}
