using R2P.GraphQL.Introspection;
using R2P.GraphQL.Language;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Types.Sdl.Rules;

/// <summary>§3.2, §3.4.3: every type that is named or extended is defined, and extended as what it is.</summary>
internal static class KnownTypes
{
    private static readonly HashSet<string> BuiltInNames =
        [.. SpecifiedScalars.All.Concat<NamedType>(IntrospectionTypes.All).Select(type => type.Name)];

    public static void Check(DocumentNode document, SdlReport report)
    {
        var definitions = document.Definitions.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension)
            .GroupBy(node => node.Name.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        foreach (var reference in document.Definitions.SelectMany(ReferencesOf).Select(NamedIn))
        {
            if (!definitions.ContainsKey(reference.Name.Value) && !BuiltInNames.Contains(reference.Name.Value))
            {
                var suggestion = Suggestions.DidYouMean(reference.Name.Value, BuiltInNames.Concat(definitions.Keys));
                report.Add($"Unknown type \"{reference}\".{suggestion}", reference);
            }
        }

        foreach (var extension in document.Definitions.OfType<TypeDefinitionNode>().Where(node => node.IsExtension))
        {
            CheckExtension(extension, definitions, report);
        }
    }

    private static void CheckExtension(TypeDefinitionNode extension, Dictionary<string, TypeDefinitionNode> definitions, SdlReport report)
    {
        if (!definitions.TryGetValue(extension.Name.Value, out var definition))
        {
            var suggestion = Suggestions.DidYouMean(extension.Name.Value, definitions.Keys);
            report.Add($"Cannot extend type \"{extension.Name}\" because it is not defined.{suggestion}", extension.Name);
        }
        else if (definition.GetType() != extension.GetType())
        {
            report.Add($"Cannot extend non-{KindOf(extension)} type \"{extension.Name}\".", extension);
        }
    }

    private static string KindOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input object",
        _ => "scalar",
    };

    private static IEnumerable<TypeNode> ReferencesOf(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => schema.OperationTypes.Select(root => root.Type),
        DirectiveDefinitionNode directive => directive.Arguments.Select(argument => argument.Type),
        FieldsTypeDefinitionNode type => type.Interfaces.Concat(type.Fields.SelectMany(TypesOf)),
        UnionTypeDefinitionNode union => union.Members,
        InputObjectTypeDefinitionNode input => input.Fields.Select(field => field.Type),
        _ => [],
    };

    private static IEnumerable<TypeNode> TypesOf(FieldDefinitionNode field) =>
        field.Arguments.Select(argument => argument.Type).Append(field.Type);

    private static NamedTypeNode NamedIn(TypeNode node) => node switch
    {
        ListTypeNode list => NamedIn(list.Type),
        NonNullTypeNode nonNull => NamedIn(nonNull.Type),
        _ => (NamedTypeNode)node,
    };
}
