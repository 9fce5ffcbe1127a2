using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.8.4 All Variables Used.</summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.Count > 0)
            {
                Check(operation);
            }
        }
    }

    private void Check(OperationDefinitionNode operation)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Context.ForEachVariableUsage(operation, usage => used.Add(usage.Node.Name.Value));
        foreach (var definition in operation.VariableDefinitions)
        {
            var name = definition.Variable.Name.Value;
            if (!used.Contains(name))
            {
                var by = operation.Name is { } operationName ? $" in operation \"{operationName.Value}\"" : "";
                Context.Report($"Variable \"${name}\" is never used{by}.", definition);
            }
        }
    }
}
