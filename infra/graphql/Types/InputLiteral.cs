using System.Globalization;
using R2P.GraphQL.Language;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Types;

/// <summary>
/// Where a literal does not fit: the message, the node it speaks of, and the way there from the whole value (<c>.field[0]</c>).
/// </summary>
internal delegate void LiteralMismatch(string message, SyntaxNode node, string path);

/// <summary>
/// §5.6.1 Whether a literal can be coerced to an input type (§3.5 to §3.12); what a variable will hold is not looked at.
/// </summary>
internal static class InputLiteral
{
    public static void Check(ValueNode literal, GraphQLType type, LiteralMismatch report, string path = "")
    {
        switch (type, literal)
        {
            case (_, VariableNode):
                break;
            case (NonNullType, NullValueNode):
                report($"Expected value of non-null type \"{type}\" not to be null.", literal, path);
                break;
            case (NonNullType nonNull, _):
                Check(literal, nonNull.OfType, report, path);
                break;
            case (_, NullValueNode):
                break;
            case (ListType list, ListValueNode items):
                for (var i = 0; i < items.Values.Count; i++)
                {
                    Check(items.Values[i], list.OfType, report, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
                }

                break;
            case (ListType list, _):
                Check(literal, list.OfType, report, path);
                break;
            case (InputObjectType input, ObjectValueNode map):
                CheckFields(map, input, report, path);
                break;
            case (InputObjectType, _):
                report($"Expected value of type \"{type}\" to be an object, found: {SyntaxPrinter.Print(literal)}.", literal, path);
                break;
            case (EnumType enumType, _):
                CheckEnum(literal, enumType, report, path);
                break;
            case (ScalarType scalar, _):
                CheckScalar(literal, scalar, report, path);
                break;
        }
    }

    private static void CheckFields(ObjectValueNode map, InputObjectType type, LiteralMismatch report, string path)
    {
        foreach (var field in type.Fields.Values)
        {
            var given = map.Fields.LastOrDefault(node => node.Name.Value == field.Name);
            if (given is not null)
            {
                Check(given.Value, field.Type, report, $"{path}.{field.Name}");
            }
            else if (field.IsRequired)
            {
                report(
                    $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {SyntaxPrinter.Print(map)}.",
                    map,
                    path);
            }
        }

        foreach (var unknown in map.Fields.Where(node => !type.Fields.ContainsKey(node.Name.Value)))
        {
            var suggestion = Suggestions.DidYouMean(unknown.Name.Value, type.Fields.Keys);
            report(
                $"Expected value of type \"{type}\" not to include unknown field \"{unknown.Name}\""
                + $"{(suggestion.Length == 0 ? ", found" : $".{suggestion} Found")}: {SyntaxPrinter.Print(map)}.",
                unknown,
                path);
        }

        if (type.IsOneOf)
        {
            CheckOneOf(map, type, report, path);
        }
    }

    /// <summary>§5.6.5 All variable usages aside: exactly one field, and not null.</summary>
    private static void CheckOneOf(ObjectValueNode map, InputObjectType type, LiteralMismatch report, string path)
    {
        var known = map.Fields.Where(node => type.Fields.ContainsKey(node.Name.Value)).ToList();
        if (known.Count != 1 || known[0].Value is NullValueNode)
        {
            report(
                $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, "
                + "and the value for that field must be non-null.",
                map,
                known.Count == 1 ? $"{path}.{known[0].Name}" : path);
        }
    }

    private static void CheckEnum(ValueNode literal, EnumType type, LiteralMismatch report, string path)
    {
        if (literal is EnumValueNode word && type.Values.ContainsKey(word.Value))
        {
            return;
        }

        var found = SyntaxPrinter.Print(literal);
        var message = literal is EnumValueNode
            ? $"Value \"{found}\" does not exist in \"{type}\" enum."
            : $"Enum \"{type}\" cannot represent non-enum value: {found}.";
        report(message + Suggestions.DidYouMean(found, type.Values.Keys, "the enum value"), literal, path);
    }

    private static void CheckScalar(ValueNode literal, ScalarType type, LiteralMismatch report, string path)
    {
        try
        {
            type.ParseLiteral(literal);
        }
        catch (CoercionException refusal)
        {
            report(refusal.Message, literal, path);
        }
    }
}
