using System.Text;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Fuzzing;

/// <summary>Writes an operation that mostly is valid: its fields, arguments and fragments exist, and it may be wrong in what it repeats.</summary>
internal sealed class RandomOperation(GraphQLSchema schema, int seed)
{
    private static readonly string[] Variables = ["$i: Int", "$b: Boolean = true", "$c: ComplexInput"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _fragments = new();
    private int _names;

    public string Write()
    {
        var root = _random.Next(10) == 0 ? schema.Mutation! : schema.Query;
        WriteSelections(_text, root, 4);
        var text = _text.Append(_fragments).ToString();
        var used = Variables.Where(variable => text.Contains(variable[..2], StringComparison.Ordinal)).ToList();
        return $"{(root == schema.Query ? "query" : "mutation")} Q{(used.Count > 0 ? $"({string.Join(", ", used)})" : "")} {text}";
    }

    private void WriteSelections(StringBuilder text, CompositeType type, int depth)
    {
        text.Append("{ ");
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            switch (_random.Next(8))
            {
                case 0:
                    text.Append("__typename ");
                    break;
                case 1 when depth > 0:
                    var condition = Overlapping(type);
                    text.Append("... on ").Append(condition.Name).Append(' ').Append(Directive());
                    WriteSelections(text, condition, depth - 1);
                    break;
                case 2 when depth > 0:
                    WriteSpread(text, type, depth);
                    break;
                default:
                    WriteField(text, type, depth);
                    break;
            }
        }

        text.Append("} ");
    }

    private void WriteSpread(StringBuilder text, CompositeType type, int depth)
    {
        var (name, condition, body) = ($"F{_names++}", Overlapping(type), new StringBuilder());
        WriteSelections(body, condition, depth - 1);
        text.Append("...").Append(name).Append(' ').Append(Directive());
        _fragments.Append("fragment ").Append(name).Append(" on ").Append(condition.Name).Append(' ').Append(body);
    }

    private void WriteField(StringBuilder text, CompositeType type, int depth)
    {
        var fields = (type as FieldsType)?.Fields.Values.Where(field => depth > 0 || field.Type.Named is not CompositeType).ToList() ?? [];
        if (fields.Count == 0)
        {
            text.Append("__typename ");
            return;
        }

        var field = fields[_random.Next(fields.Count)];
        text.Append(_random.Next(4) == 0 ? $"x{_random.Next(3)}: " : "").Append(field.Name);
        var arguments = field.Arguments.Values.Where(argument => argument.IsRequired || _random.Next(2) == 0)
            .Select(argument => $"{argument.Name}: {Value(argument.Type, 2)}").ToList();
        text.Append(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "").Append(' ').Append(Directive());
        if (field.Type.Named is CompositeType below)
        {
            WriteSelections(text, below, depth - 1);
        }
    }

    private CompositeType Overlapping(CompositeType type)
    {
        var possible = schema.PossibleTypes(type);
        var candidates = schema.Types.OfType<CompositeType>().Where(each => schema.PossibleTypes(each).Intersect(possible).Any()).ToList();
        return candidates[_random.Next(candidates.Count)];
    }

    private string Directive() => _random.Next(6) switch
    {
        0 => "@skip(if: false) ",
        1 => "@include(if: $b) ",
        _ => "",
    };

    private string Value(GraphQLType type, int depth) => (type.Nullable, _random.Next(8)) switch
    {
        (_, 0) when !type.IsNonNull => "null",
        (ListType list, _) => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => Value(list.OfType, depth)))}]",
        (InputObjectType { Name: "ComplexInput" }, 1) when !type.IsNonNull => "$c",
        (InputObjectType input, _) => Object(input, depth),
        (EnumType values, _) => values.Values.GetAt(_random.Next(values.Values.Count)).Key,
        (ScalarType { Name: "Int" }, 1) when !type.IsNonNull => "$i",
        (ScalarType { Name: "Int" or "Float" or "ID" }, _) => $"{_random.Next(-3, 100)}",
        (ScalarType { Name: "Boolean" }, _) => "true",
        _ => "\"text\"",
    };

    private string Object(InputObjectType type, int depth)
    {
        var fields = type.Fields.Values.Where(field => field.IsRequired || (depth > 0 && _random.Next(3) == 0)).ToList();
        fields = type.IsOneOf ? [type.Fields.GetAt(_random.Next(type.Fields.Count)).Value] : fields;
        return $"{{{string.Join(", ", fields.Select(field => $"{field.Name}: {Value(field.Type, depth - 1)}"))}}}";
    }
}
