using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Validation;
using R2P.GraphQL.Validation.Rules;

namespace R2P.GraphQL.Judge.Planted;

/// <summary>Validation forgets a rule: variables may stand where their type does not fit (§5.8.5).</summary>
internal sealed class UnheededRule : Engine
{
    public override IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document)
    {
        var context = new ValidationContext(schema, document, Options);
        return DocumentValidator.Run(context, [.. DocumentValidator.RulesFor(context).Where(rule => rule is not VariablesInAllowedPositionRule)]);
    }
}
