using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.3.1 The root types of the three operations differ.</summary>
internal static class RootTypes
{
    public static void Check(GraphQLSchema schema, SchemaReport report)
    {
        var uses = Enum.GetValues<OperationKind>()
            .Where(operation => schema.RootType(operation) is not null)
            .GroupBy(operation => schema.RootType(operation)!, operation => operation.ToString().ToLowerInvariant());
        foreach (var use in uses)
        {
            var operations = use.ToArray();
            if (operations.Length > 1)
            {
                var list = operations.Length == 2
                    ? $"{operations[0]} and {operations[1]}"
                    : $"{operations[0]}, {operations[1]}, and {operations[2]}";
                report.Add($"All root types must be different, \"{use.Key}\" type is used as {list} root types.", use.Key.Origin);
            }
        }
    }
}
