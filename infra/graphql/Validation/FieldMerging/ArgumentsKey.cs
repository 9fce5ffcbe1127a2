using System.Text;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>
/// The arguments of a field or directive, each value turned to a text that is equal for equal values: the order of arguments and of the fields of
/// an input object doesn't matter (§5.3.2 "identical sets of arguments").
/// </summary>
internal sealed class ArgumentsKey
{
    private readonly IReadOnlyList<ArgumentNode> _nodes;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public ArgumentsKey(IReadOnlyList<ArgumentNode> nodes)
    {
        _nodes = nodes;
        foreach (var node in nodes)
        {
            var text = new StringBuilder();
            Append(text, node.Value);
            _values[node.Name.Value] = text.ToString();
        }
    }

    /// <summary>Whether a name stands twice, which another rule refuses; such arguments equal nothing for certain.</summary>
    public bool HasDuplicates => _values.Count != _nodes.Count;

    public bool Matches(ArgumentsKey other)
    {
        if (_nodes.Count != other._nodes.Count)
        {
            return false;
        }

        foreach (var (name, value) in _values)
        {
            if (!other._values.TryGetValue(name, out var otherValue) || !string.Equals(value, otherValue, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
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
