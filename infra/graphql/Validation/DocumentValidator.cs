using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Validation.Rules;

namespace R2P.GraphQL.Validation;

/// <summary>§5 Validation: decides whether a document may be executed against a schema.</summary>
public static class DocumentValidator
{
    /// <summary>
    /// Every error of the document, none if it is valid. Stops at <see cref="GraphQLOptions.MaxValidationErrors"/> errors (the last entry says so); a
    /// document that takes more than <see cref="GraphQLOptions.MaxValidationSteps"/> is refused with that one error.
    /// </summary>
    /// <param name="maySuggest">Whether messages may offer names of the schema: "Did you mean …".</param>
    public static IReadOnlyList<GraphQLError> Validate(
        GraphQLSchema schema, DocumentNode document, GraphQLOptions options, bool maySuggest = true) =>
        Run(new ValidationContext(schema, document, options) { MaySuggest = maySuggest });

    internal static IReadOnlyList<GraphQLError> Run(ValidationContext context) => Run(context, RulesFor(context));

    internal static IReadOnlyList<GraphQLError> Run(ValidationContext context, ValidationRule[] rules)
    {
        try
        {
            new DocumentWalker(context, rules).Walk();
        }
        catch (ValidationAbortedException aborted)
        {
            return aborted.Errors;
        }

        return context.Errors;
    }

    internal static ValidationRule[] RulesFor(ValidationContext context) =>
    [
        new ExecutableDefinitionsRule(context),
        new KnownOperationTypesRule(context),
        new UniqueOperationNamesRule(context),
        new LoneAnonymousOperationRule(context),
        new SingleFieldSubscriptionsRule(context),
        new KnownTypeNamesRule(context),
        new FragmentsOnCompositeTypesRule(context),
        new VariablesAreInputTypesRule(context),
        new ScalarLeafsRule(context),
        new FieldsOnCorrectTypeRule(context),
        new UniqueFragmentNamesRule(context),
        new KnownFragmentNamesRule(context),
        new NoUnusedFragmentsRule(context),
        new PossibleFragmentSpreadsRule(context),
        new NoFragmentCyclesRule(context),
        new UniqueVariableNamesRule(context),
        new NoUndefinedVariablesRule(context),
        new NoUnusedVariablesRule(context),
        new KnownDirectivesRule(context),
        new UniqueDirectivesPerLocationRule(context),
        new DeferStreamDirectiveOnRootFieldRule(context),
        new DeferStreamDirectiveOnValidOperationsRule(context),
        new DeferStreamDirectiveLabelRule(context),
        new StreamDirectiveOnListFieldRule(context),
        new KnownArgumentNamesRule(context),
        new UniqueArgumentNamesRule(context),
        new ValuesOfCorrectTypeRule(context),
        new ProvidedRequiredArgumentsRule(context),
        new VariablesInAllowedPositionRule(context),
        new OverlappingFieldsCanBeMergedRule(context),
        new UniqueInputFieldNamesRule(context),
        new MaxIntrospectionDepthRule(context),
    ];
}
