namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.8 Type validation of unions.</summary>
internal static class UnionMembers
{
    public static void Check(UnionType union, SchemaReport report)
    {
        if (union.Members.Count == 0)
        {
            report.Add($"Union type {union} must define one or more member types.", union.Origin);
        }

        var seen = new HashSet<ObjectType>();
        foreach (var repeated in union.Members.Where(member => !seen.Add(member)))
        {
            report.Add($"Union type {union} can only include type {repeated} once.", union.Origin);
        }
    }
}
