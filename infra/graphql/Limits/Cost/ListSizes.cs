using System.Globalization;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Limits;

/// <summary>IBM cost specification §8: how many items a field's <see cref="ListSize"/> stands for, given its arguments.</summary>
internal sealed class ListSizes(SourceText source, int assumedSize)
{
    /// <summary>The size.</summary>
    public Figure Of(ListSize size, FieldDefinition definition, FieldNode node)
    {
        var arguments = size.SlicingArguments
            .Select(name => (Name: name, Value: node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value))
            .ToArray();
        var mayVary = size.RequireOneSlicingArgument || Array.Exists(arguments, argument => argument.Value is VariableNode or ListValueNode);
        return arguments.Length > 0 && mayVary
            ? Figure.Of(variables => Of(size, definition, node, arguments, variables))
            : Figure.Of(Of(size, definition, node, arguments, VariableValues.None));
    }

    private double Of(
        ListSize size, FieldDefinition definition, FieldNode node, (string Name, ValueNode? Value)[] arguments, VariableValues variables)
    {
        double? largest = null;
        var given = 0;
        foreach (var (name, value) in arguments)
        {
            var items = value is null ? null : ItemsOf(value, variables);
            given += items is null ? 0 : 1;
            items ??= definition.Arguments.GetValueOrDefault(name)?.DefaultValue is { } literal ? ItemsOf(literal, variables) : null;
            largest = items > largest || largest is null ? items : largest;
        }

        return given == 1 || !size.RequireOneSlicingArgument || arguments.Length == 0
            ? Math.Clamp(largest ?? size.AssumedSize ?? assumedSize, 0, size.MaxSize)
            : throw new GraphQLException(NeedsOne(definition, size, given).At(source, node));
    }

    /// <summary>Null for what is not given, or null.</summary>
    private static double? ItemsOf(ValueNode value, VariableValues variables) => value switch
    {
        IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Values.Count,
        VariableNode variable => variables.TryGet(variable.Name.Value, out var given)
            ? given switch { int number => number, object?[] list => list.Length, _ => null }
            : null,
        NullValueNode => null,
        _ => 1,
    };

    /// <summary>§8.4</summary>
    private static GraphQLError NeedsOne(FieldDefinition definition, ListSize size, int given) => new(
        $"Field \"{definition.Name}\" needs exactly one of the arguments {string.Join(", ", size.SlicingArguments.Select(name => $"\"{name}\""))}, "
        + string.Create(CultureInfo.InvariantCulture, $"but {given} are given."),
        ErrorCodes.ValidationFailed);
}
