using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.2.1.1 Operation Type Existence: the schema has a root type for each operation.</summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.RootType(operation.Operation) is null)
        {
            var kind = operation.Operation == OperationKind.Mutation ? "mutation" : "subscription";
            Context.Report($"The {kind} operation is not supported by the schema.", operation);
        }
    }
}
