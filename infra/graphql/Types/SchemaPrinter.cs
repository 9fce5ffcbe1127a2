using System.Text;
using R2P.GraphQL.Introspection;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types;

/// <summary>
/// Prints a schema as SDL. What every schema has (built-in scalars, specified directives, introspection types) is left out, and so are custom directives
/// where they are applied.
/// </summary>
public static class SchemaPrinter
{
    private const string Indentation = "  ";

    private static readonly HashSet<string> BuiltInTypeNames =
        [.. SpecifiedScalars.All.Concat<NamedType>(IntrospectionTypes.All).Select(type => type.Name)];

    private static readonly HashSet<string> SpecifiedDirectiveNames = [.. SpecifiedDirectives.All.Select(directive => directive.Name)];

    /// <summary>The whole schema, without a newline at its end.</summary>
    public static string Print(GraphQLSchema schema)
    {
        var parts = new List<string>();
        if (schema.Description is not null || !HasDefaultRootNames(schema))
        {
            parts.Add(PrintRoots(schema));
        }

        parts.AddRange(schema.Directives.Where(directive => !SpecifiedDirectiveNames.Contains(directive.Name)).Select(PrintDirective));
        parts.AddRange(schema.Types.Where(type => !BuiltInTypeNames.Contains(type.Name)).Select(Print));
        return string.Join("\n\n", parts);
    }

    /// <summary>One type.</summary>
    public static string Print(NamedType type) => PrintDescription(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {type}{PrintSpecifiedBy(scalar)}",
        ObjectType node => $"type {type}{PrintFields(node)}",
        InterfaceType node => $"interface {type}{PrintFields(node)}",
        UnionType union => $"union {type}{(union.Members.Count == 0 ? "" : $" = {string.Join(" | ", union.Members)}")}",
        EnumType enumType => $"enum {type}{PrintBlock(enumType.Values.Values, value => value.Description, PrintValue)}",
        InputObjectType input =>
            $"input {type}{(input.IsOneOf ? " @oneOf" : "")}{PrintBlock(input.Fields.Values, field => field.Description, PrintInput)}",
        _ => throw new ArgumentException($"{type.GetType().Name} can't be printed.", nameof(type)),
    };

    private static bool HasDefaultRootNames(GraphQLSchema schema) =>
        schema.Query == schema.FindType("Query")
        && schema.Mutation == schema.FindType("Mutation")
        && schema.Subscription == schema.FindType("Subscription");

    private static string PrintRoots(GraphQLSchema schema)
    {
        var text = new StringBuilder(PrintDescription(schema.Description)).Append("schema {\n").Append($"  query: {schema.Query}\n");
        text.Append(schema.Mutation is null ? "" : $"  mutation: {schema.Mutation}\n");
        text.Append(schema.Subscription is null ? "" : $"  subscription: {schema.Subscription}\n");
        return text.Append('}').ToString();
    }

    private static string PrintDirective(DirectiveDefinition directive) =>
        PrintDescription(directive.Description)
        + $"directive @{directive.Name}{PrintArguments(directive.Arguments, "")}"
        + (directive.IsRepeatable ? " repeatable" : "")
        + $" on {string.Join(" | ", directive.Locations.Select(DirectiveLocations.NameOf))}";

    private static string PrintFields(FieldsType type)
    {
        var interfaces = type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";
        return interfaces + PrintBlock(type.Fields.Values, field => field.Description, PrintField);
    }

    private static string PrintField(FieldDefinition field) =>
        $"{field.Name}{PrintArguments(field.Arguments, Indentation)}: {field.Type}{PrintDeprecated(field.DeprecationReason)}";

    private static string PrintValue(EnumValueDefinition value) => value.Name + PrintDeprecated(value.DeprecationReason);

    /// <summary>On one line, unless one of them is described.</summary>
    private static string PrintArguments(OrderedDictionary<string, InputFieldDefinition> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return "";
        }

        if (arguments.Values.All(argument => argument.Description is null))
        {
            return $"({string.Join(", ", arguments.Values.Select(PrintInput))})";
        }

        var lines = PrintLines(arguments.Values, argument => argument.Description, PrintInput, indentation + Indentation);
        return $"(\n{lines}\n{indentation})";
    }

    private static string PrintInput(InputFieldDefinition input) =>
        $"{input.Name}: {input.Type}"
        + (input.DefaultValue is null ? "" : $" = {SyntaxPrinter.Print(input.DefaultValue)}")
        + PrintDeprecated(input.DeprecationReason);

    private static string PrintBlock<T>(IReadOnlyCollection<T> items, Func<T, string?> description, Func<T, string> print) =>
        items.Count == 0 ? "" : $" {{\n{PrintLines(items, description, print, Indentation)}\n}}";

    /// <summary>One item per line; an empty line goes before a described one that isn't the first.</summary>
    private static string PrintLines<T>(IEnumerable<T> items, Func<T, string?> description, Func<T, string> print, string indentation) =>
        string.Join('\n', items.Select((item, index) =>
            PrintDescription(description(item), indentation, isFirst: index == 0) + indentation + print(item)));

    private static string PrintDeprecated(string? reason) => reason switch
    {
        null => "",
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {BlockString.PrintQuoted(reason)})",
    };

    private static string PrintSpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is null ? "" : $" @specifiedBy(url: {BlockString.PrintQuoted(scalar.SpecifiedByUrl)})";

    private static string PrintDescription(string? description, string indentation = "", bool isFirst = true)
    {
        if (description is null)
        {
            return "";
        }

        var text = BlockString.CanHold(description) ? BlockString.Print(description) : BlockString.PrintQuoted(description);
        var separator = indentation.Length > 0 && !isFirst ? "\n" : "";
        return $"{separator}{indentation}{text.Replace("\n", "\n" + indentation, StringComparison.Ordinal)}\n";
    }
}
