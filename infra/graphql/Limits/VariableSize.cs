using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Limits;

/// <summary>Counts the values of a request's variables, and the items of their lists, before they are coerced.</summary>
internal sealed class VariableSize(SourceText source, OperationDefinitionNode operation, GraphQLOptions options)
{
    /// <summary>Counts the variables; those that the operation does not define count too.</summary>
    /// <exception cref="GraphQLException">The variables exceed a limit.</exception>
    public void Check(JsonElement? variables)
    {
        if (variables is not { ValueKind: JsonValueKind.Object } map)
        {
            return;
        }

        var values = 0;
        foreach (var variable in map.EnumerateObject())
        {
            values += Count(variable.Value, variable, 1);
        }

        if (values > options.MaxVariableValues)
        {
            throw Refused(LimitErrors.VariableValues(values, options.MaxVariableValues), operation);
        }
    }

    /// <summary>The value and all that it holds.</summary>
    private int Count(JsonElement value, JsonProperty variable, int depth)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return 1;
        }

        if (depth > options.MaxDepth)
        {
            throw Refused(LimitErrors.InputDepth(options.MaxDepth), NodeOf(variable.Name));
        }

        return value.ValueKind == JsonValueKind.Array ? CountItems(value, variable, depth) : CountFields(value, variable, depth);
    }

    private int CountItems(JsonElement list, JsonProperty variable, int depth)
    {
        var length = list.GetArrayLength();
        if (length > options.MaxListItems)
        {
            throw Refused(LimitErrors.ListItems(variable.Name, length, options.MaxListItems), NodeOf(variable.Name));
        }

        var values = 1;
        foreach (var item in list.EnumerateArray())
        {
            values += Count(item, variable, depth + 1);
        }

        return values;
    }

    private int CountFields(JsonElement map, JsonProperty variable, int depth)
    {
        var values = 1;
        foreach (var field in map.EnumerateObject())
        {
            values += Count(field.Value, variable, depth + 1);
        }

        return values;
    }

    private SyntaxNode NodeOf(string variable) =>
        operation.VariableDefinitions.FirstOrDefault(node => node.Variable.Name.Value == variable) ?? (SyntaxNode)operation;

    private GraphQLException Refused(GraphQLError error, SyntaxNode node) => new(error.At(source, node));
}
