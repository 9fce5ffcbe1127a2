using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.8.2 Variables Are Input Types.</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        if (Context.Schema.TypeFrom(definition.Type) is { IsInput: false })
        {
            var name = definition.Variable.Name.Value;
            Context.Report($"Variable \"${name}\" cannot be non-input type \"{definition.Type}\".", definition.Type);
        }
    }
}
