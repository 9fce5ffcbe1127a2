using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.8.3 All Variable Uses Defined.</summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            Context.ForEachVariableUsage(operation, usage =>
            {
                var name = usage.Node.Name.Value;
                if (!defined.Contains(name))
                {
                    var by = operation.Name is { } operationName ? $" by operation \"{operationName.Value}\"" : "";
                    Context.Report($"Variable \"${name}\" is not defined{by}.", usage.Node, operation);
                }
            });
        }
    }
}
