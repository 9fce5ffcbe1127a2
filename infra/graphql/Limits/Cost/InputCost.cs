using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Limits;

/// <summary>IBM cost specification §5.3.2.2: arguments with the input fields used in them, of fields and of directives. A sum may be negative.</summary>
internal static class InputCost
{
    public static Figure OfArguments(
        OrderedDictionary<string, InputFieldDefinition> definitions, IReadOnlyList<ArgumentNode> arguments)
    {
        var constant = 0.0;
        List<(VariableNode Variable, double Weight)>? varying = null;
        foreach (var argument in arguments)
        {
            if (definitions.TryGetValue(argument.Name.Value, out var definition))
            {
                constant += OfUse(definition, argument.Value, ref varying);
            }
        }

        return varying is null ? Figure.Of(constant) : Figure.Of(variables => constant + varying.Sum(use => OfVariable(use.Variable, use.Weight, variables)));
    }

    /// <summary>One argument or input field that is given. What a variable stands for is left to the request.</summary>
    private static double OfUse(InputFieldDefinition definition, ValueNode value, ref List<(VariableNode Variable, double Weight)>? varying)
    {
        var weight = CostWeights.OfInput(definition);
        if (value is VariableNode variable)
        {
            if (weight is not 0 || definition.Type.Named is InputObjectType)
            {
                (varying ??= []).Add((variable, weight));
            }

            return 0;
        }

        return weight + OfFields(value, definition.Type.Named, ref varying);
    }

    private static double OfFields(ValueNode value, NamedType type, ref List<(VariableNode Variable, double Weight)>? varying)
    {
        if (type is not InputObjectType input)
        {
            return 0;
        }

        var cost = 0.0;
        switch (value)
        {
            case VariableNode variable:
                (varying ??= []).Add((variable, 0));
                break;
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    cost += OfFields(item, type, ref varying);
                }

                break;
            case ObjectValueNode map:
                foreach (var field in map.Fields)
                {
                    cost += input.Fields.TryGetValue(field.Name.Value, out var definition) ? OfUse(definition, field.Value, ref varying) : 0;
                }

                break;
        }

        return cost;
    }

    private static double OfVariable(VariableNode variable, double weight, VariableValues variables) =>
        variables.Find(variable.Name.Value) is { } value ? weight + value.InputCost : 0;

    /// <summary>The input fields used in a coerced value.</summary>
    public static double OfFields(object? value)
    {
        var cost = 0.0;
        switch (value)
        {
            case object?[] list:
                foreach (var item in list)
                {
                    cost += OfFields(item);
                }

                break;
            case InputValues map:
                for (var i = 0; i < map.Definitions.Count; i++)
                {
                    cost += map.IsPresent(i) ? CostWeights.OfInput(map.Definitions.GetAt(i).Value) + OfFields(map[i]) : 0;
                }

                break;
        }

        return cost;
    }
}
