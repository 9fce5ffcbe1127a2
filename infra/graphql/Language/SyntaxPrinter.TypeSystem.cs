namespace R2P.GraphQL.Language;

/// <content>Type system definitions and extensions (§3).</content>
public static partial class SyntaxPrinter
{
    private static string PrintTypeSystem(TypeSystemDefinitionNode node)
    {
        var text = node switch
        {
            SchemaDefinitionNode schema => JoinParts("schema", Join(schema.Directives, " "), Block(schema.OperationTypes)),
            DirectiveDefinitionNode directive => PrintDirectiveDefinition(directive),
            _ => PrintTypeDefinition((TypeDefinitionNode)node),
        };
        return node.IsExtension ? $"extend {text}" : PrintDescription(node.Description) + text;
    }

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode node) =>
        $"directive @{node.Name}{InParentheses(node.Arguments, indented: true)}"
        + (node.IsRepeatable ? " repeatable" : "")
        + $" on {Join(node.Locations, " | ")}";

    private static string PrintTypeDefinition(TypeDefinitionNode node)
    {
        var directives = Join(node.Directives, " ");
        return node switch
        {
            ObjectTypeDefinitionNode type => PrintFieldsType("type", type, directives),
            InterfaceTypeDefinitionNode type => PrintFieldsType("interface", type, directives),
            UnionTypeDefinitionNode union => JoinParts($"union {node.Name}", directives, Wrap("= ", Join(union.Members, " | "), "")),
            EnumTypeDefinitionNode type => JoinParts($"enum {node.Name}", directives, Block(type.Values)),
            InputObjectTypeDefinitionNode type => JoinParts($"input {node.Name}", directives, Block(type.Fields)),
            _ => JoinParts($"scalar {node.Name}", directives),
        };
    }

    private static string PrintFieldsType(string keyword, FieldsTypeDefinitionNode node, string directives) => JoinParts(
        $"{keyword} {node.Name}",
        Wrap("implements ", Join(node.Interfaces, " & "), ""),
        directives,
        Block(node.Fields));

    private static string PrintMember(SyntaxNode node) => node switch
    {
        OperationTypeDefinitionNode root => $"{PrintOperationKind(root.Operation)}: {root.Type}",
        FieldDefinitionNode field => PrintDescription(field.Description) + JoinParts(
            $"{field.Name}{InParentheses(field.Arguments, indented: true)}: {field.Type}",
            Join(field.Directives, " ")),
        InputValueDefinitionNode input => PrintDescription(input.Description) + JoinParts(
            $"{input.Name}: {input.Type}{PrintDefault(input.DefaultValue)}",
            Join(input.Directives, " ")),
        EnumValueDefinitionNode value => PrintDescription(value.Description) + JoinParts(value.Name.Value, Join(value.Directives, " ")),
        _ => throw new ArgumentException($"{node.GetType().Name} can't be printed.", nameof(node)),
    };
}
