using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl.Rules;

/// <summary>§3.2 to §3.10, §3.13: one definition per name, also across a type and its extensions.</summary>
internal static class UniqueNames
{
    public static void Check(DocumentNode document, SdlReport report)
    {
        CheckSchema(document, report);
        var types = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        var directives = document.Definitions.OfType<DirectiveDefinitionNode>().ToList();
        CheckNames(
            types.Where(type => !type.IsExtension).Select(type => type.Name),
            name => $"There can be only one type named \"{name}\".",
            report);
        CheckNames(
            directives.Select(directive => directive.Name),
            name => $"There can be only one directive named \"@{name}\".",
            report);
        foreach (var parts in types.GroupBy(type => type.Name.Value, StringComparer.Ordinal))
        {
            CheckMembers(parts.Key, [.. parts], report);
        }

        foreach (var directive in directives)
        {
            CheckArguments($"@{directive.Name}", directive.Arguments, report);
        }
    }

    private static void CheckSchema(DocumentNode document, SdlReport report)
    {
        var schemas = document.Definitions.OfType<SchemaDefinitionNode>().ToList();
        foreach (var second in schemas.Where(schema => !schema.IsExtension).Skip(1))
        {
            report.Add("Must provide only one schema definition.", second);
        }

        var seen = new HashSet<OperationKind>();
        foreach (var root in schemas.SelectMany(schema => schema.OperationTypes).Where(root => !seen.Add(root.Operation)))
        {
            report.Add($"There can be only one {root.Operation.ToString().ToLowerInvariant()} type in schema.", root);
        }
    }

    private static void CheckMembers(string typeName, List<TypeDefinitionNode> parts, SdlReport report)
    {
        CheckNames(
            parts.OfType<EnumTypeDefinitionNode>().SelectMany(part => part.Values).Select(value => value.Name),
            name => $"Enum value \"{typeName}.{name}\" can only be defined once.",
            report);
        var fields = parts.OfType<FieldsTypeDefinitionNode>().SelectMany(part => part.Fields).ToList();
        var inputFields = parts.OfType<InputObjectTypeDefinitionNode>().SelectMany(part => part.Fields);
        CheckNames(
            fields.Select(field => field.Name).Concat(inputFields.Select(field => field.Name)),
            name => $"Field \"{typeName}.{name}\" can only be defined once.",
            report);
        foreach (var field in fields)
        {
            CheckArguments($"{typeName}.{field.Name}", field.Arguments, report);
        }
    }

    private static void CheckArguments(string owner, IEnumerable<InputValueDefinitionNode> arguments, SdlReport report) => CheckNames(
        arguments.Select(argument => argument.Name), name => $"Argument \"{owner}({name}:)\" can only be defined once.", report);

    private static void CheckNames(IEnumerable<NameNode> names, Func<string, string> message, SdlReport report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !seen.Add(name.Value)))
        {
            report.Add(message(name.Value), name);
        }
    }
}
