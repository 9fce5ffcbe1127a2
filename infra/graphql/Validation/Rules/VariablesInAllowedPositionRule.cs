using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>
/// §5.8.5 All Variable Usages Are Allowed: a variable's type fits where it is used, and a variable given to a OneOf input object can't be
/// null.
/// </summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
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
        var variables = new Dictionary<string, (VariableDefinitionNode Definition, GraphQLType? Type)>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            variables[definition.Variable.Name.Value] = (definition, Context.Schema.TypeFrom(definition.Type));
        }

        Context.ForEachVariableUsage(operation, usage =>
        {
            if (usage.LocationType is { } expected
                && variables.TryGetValue(usage.Node.Name.Value, out var variable)
                && variable.Type is { } type)
            {
                Check(usage, expected, variable.Definition, type);
            }
        });
    }

    private void Check(VariableUsage usage, GraphQLType expected, VariableDefinitionNode definition, GraphQLType type)
    {
        var name = usage.Node.Name.Value;
        if (!IsVariableUsageAllowed(usage, expected, definition, type))
        {
            Context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
        }

        if (usage.ParentObject is { IsOneOf: true } parent && !type.IsNonNull)
        {
            Context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".",
                definition,
                usage.Node);
        }
    }

    private static bool IsVariableUsageAllowed(
        VariableUsage usage, GraphQLType expected, VariableDefinitionNode definition, GraphQLType type)
    {
        if (!expected.IsNonNull || type.IsNonNull)
        {
            return type.FitsInto(expected);
        }

        var hasDefault = definition.DefaultValue is not (null or NullValueNode) || usage.LocationHasDefault;
        return hasDefault && type.FitsInto(expected.Nullable);
    }
}
