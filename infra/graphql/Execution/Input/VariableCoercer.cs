using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.1.2 CoerceVariableValues, for one operation of a validated document.</summary>
internal sealed class VariableCoercer(GraphQLSchema schema, SourceText source, OperationDefinitionNode operation, InputDefaults defaults, int maxDepth)
{
    /// <summary>As graphql-js.</summary>
    public const int MaxErrors = 50;

    private readonly (VariableDefinitionNode Node, GraphQLType Type)[] _definitions =
        [.. operation.VariableDefinitions.Select(node => (node, schema.TypeFrom(node.Type)!))];

    /// <summary>The coerced values, or a request error for each thing wrong.</summary>
    public VariableValues Coerce(JsonElement? variables, List<GraphQLError> errors, bool maySuggest = true)
    {
        if (_definitions.Length == 0)
        {
            return VariableValues.None;
        }

        var given = ByName(variables);
        var values = new VariableValues();
        foreach (var (node, type) in _definitions)
        {
            Coerce(node, type, given, values, errors, maySuggest);
            if (errors.Count > MaxErrors)
            {
                errors.RemoveRange(MaxErrors, errors.Count - MaxErrors);
                errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.BadUserInput));
                break;
            }
        }

        return values;
    }

    /// <summary>The entries that the operation defines: looking each up in the JSON would take time by their product.</summary>
    private static Dictionary<string, JsonElement> ByName(JsonElement? variables)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (variables is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (var property in map.EnumerateObject())
            {
                given[property.Name] = property.Value;
            }
        }

        return given;
    }

    private void Coerce(
        VariableDefinitionNode node,
        GraphQLType type,
        Dictionary<string, JsonElement> given,
        VariableValues values,
        List<GraphQLError> errors,
        bool maySuggest)
    {
        var name = node.Variable.Name.Value;
        var problems = new InputProblems(maxDepth, maySuggest);
        if (given.TryGetValue(name, out var json))
        {
            values.Add(name, new VariableValue(new JsonCoercer(defaults, problems).Coerce(json, type), type, json, null));
        }
        else if (node.DefaultValue is { } literal)
        {
            var value = new LiteralCoercer(defaults, VariableValues.None, problems).Coerce(literal, type);
            values.Add(name, new VariableValue(value, type, null, literal));
        }
        else if (type.IsNonNull)
        {
            problems.Report(InputMessages.Missing(type));
        }

        foreach (var problem in problems.Found)
        {
            var message = $"Variable \"${name}\" has invalid value{problem.Path}: {problem.Message}";
            errors.Add(new GraphQLError(message, ErrorCodes.BadUserInput).At(source, node));
        }
    }
}
