using System.Text;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>
/// The arguments of a field or directive, each value turned to a text that is equal for equal values: the order of arguments and of the fields of
/// an input object doesn't matter (§5.3.2 "identical sets of arguments").
/// </summary>
internal sealed class ArgumentsKey
{
    private readonly (string Name, string Value)[] _arguments;
    private readonly Dictionary<string, string> _valueByName = new(StringComparer.Ordinal);

    public ArgumentsKey(IReadOnlyList<ArgumentNode> nodes)
    {
        _arguments = [.. nodes.Select(node => (node.Name.Value, TextOf(node.Value)))];
        foreach (var (name, value) in _arguments)
        {
            _valueByName[name] = value;
        }
    }

    /// <summary>Whether a name stands twice, which another rule refuses: what its value is can't be told, so nothing is equal for certain.</summary>
    public bool HasDuplicates => _valueByName.Count != _arguments.Length;

    public bool Matches(ArgumentsKey other) =>
        _arguments.Length == other._arguments.Length
        && Array.TrueForAll(_arguments, argument =>
            other._valueByName.TryGetValue(argument.Name, out var value) && string.Equals(value, argument.Value, StringComparison.Ordinal));

    private static string TextOf(ValueNode value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                text.Append('i').Append(number.Value);
                break;
            case FloatValueNode number:
                text.Append('f').Append(number.Value);
                break;
            case StringValueNode words:
                text.Append(words.IsBlock ? 'b' : 's').Append(words.Value.Length).Append(':').Append(words.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? '+' : '-');
                break;
            case NullValueNode:
                text.Append('0');
                break;
            case EnumValueNode name:
                text.Append('e').Append(name.Value);
                break;
            case ListValueNode list:
                AppendList(text, list);
                break;
            case ObjectValueNode map:
                AppendObject(text, map);
                break;
        }
    }

    private static void AppendList(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        foreach (var item in list.Values)
        {
            Append(text, item);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, ObjectValueNode map)
    {
        text.Append('{');
        foreach (var field in map.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
        {
            text.Append(field.Name.Value).Append('=');
            Append(text, field.Value);
            text.Append(',');
        }

        text.Append('}');
    }
}
