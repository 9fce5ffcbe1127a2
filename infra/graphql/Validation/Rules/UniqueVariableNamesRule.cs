using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.8.1 Variable Uniqueness.</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation) =>
        Duplicates.Find(operation.VariableDefinitions, definition => definition.Variable.Name, (name, nodes) =>
            Context.Report($"There can be only one variable named \"${name}\".", nodes));
}
