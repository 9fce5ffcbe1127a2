namespace R2P.GraphQL.Language;

/// <summary>Prints a syntax tree as a document again: the same meaning in one canonical layout. The type system is printed by its other part.</summary>
public static partial class SyntaxPrinter
{
    private const int MaxLineLength = 80;

    /// <summary>The text of a node and all below it.</summary>
    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode document => string.Join("\n\n", document.Definitions.Select(Print)),
        TypeSystemDefinitionNode definition => PrintTypeSystem(definition),
        OperationDefinitionNode operation => PrintOperation(operation),
        FragmentDefinitionNode fragment => PrintFragment(fragment),
        SelectionNode selection => PrintSelection(selection),
        SelectionSetNode set => set.Selections.Count == 0 ? "{}" : Block(set.Selections),
        ValueNode value => PrintValue(value),
        TypeNode type => type.ToString()!,
        NameNode or SchemaCoordinateNode => node.ToString()!,
        ArgumentNode argument => $"{argument.Name}: {PrintValue(argument.Value)}",
        ObjectFieldNode field => $"{field.Name}: {PrintValue(field.Value)}",
        DirectiveNode directive => $"@{directive.Name}{Wrap("(", Join(directive.Arguments, ", "), ")")}",
        VariableDefinitionNode variable => PrintVariableDefinition(variable),
        _ => PrintMember(node),
    };

    private static string PrintOperation(OperationDefinitionNode node)
    {
        var kind = PrintOperationKind(node.Operation);
        var signature = node.Name?.Value + InParentheses(node.VariableDefinitions, indented: false);
        var head = PrintDescription(node.Description) + JoinParts(kind, signature, Join(node.Directives, " "));
        return head == "query" ? Print(node.SelectionSet) : $"{head} {Print(node.SelectionSet)}";
    }

    private static string PrintOperationKind(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    private static string PrintFragment(FragmentDefinitionNode node) =>
        PrintDescription(node.Description)
        + JoinParts($"fragment {node.Name} on {node.TypeCondition}", Join(node.Directives, " "), Print(node.SelectionSet));

    private static string PrintVariableDefinition(VariableDefinitionNode node) =>
        PrintDescription(node.Description)
        + JoinParts(
            $"${node.Variable.Name}: {node.Type}{PrintDefault(node.DefaultValue)}",
            Join(node.Directives, " "));

    private static string PrintSelection(SelectionNode node)
    {
        var directives = Join(node.Directives, " ");
        return node switch
        {
            FieldNode field => JoinParts(PrintFieldHead(field), directives, field.SelectionSet is { } set ? Print(set) : ""),
            FragmentSpreadNode spread => JoinParts($"...{spread.Name}", directives),
            _ => PrintInlineFragment((InlineFragmentNode)node, directives),
        };
    }

    private static string PrintInlineFragment(InlineFragmentNode node, string directives) =>
        JoinParts("...", node.TypeCondition is { } type ? $"on {type}" : "", directives, Print(node.SelectionSet));

    /// <summary>Arguments that make the line too long get a line each.</summary>
    private static string PrintFieldHead(FieldNode node)
    {
        var head = node.Alias is null ? node.Name.Value : $"{node.Alias}: {node.Name}";
        if (node.Arguments.Count == 0)
        {
            return head;
        }

        var arguments = PrintAll(node.Arguments);
        var line = $"{head}({string.Join(", ", arguments)})";
        return line.Length > MaxLineLength ? $"{head}(\n{Indent(string.Join('\n', arguments))}\n)" : line;
    }

    private static string PrintValue(ValueNode node) => node switch
    {
        VariableNode variable => $"${variable.Name}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode text => text.IsBlock ? BlockString.Print(text.Value) : BlockString.PrintQuoted(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        EnumValueNode word => word.Value,
        ListValueNode list => PrintList(list),
        ObjectValueNode map => PrintObject(map),
        _ => "null",
    };

    private static string PrintList(ListValueNode node)
    {
        var values = PrintAll(node.Values);
        var line = $"[{string.Join(", ", values)}]";
        return line.Length > MaxLineLength ? $"[\n{Indent(string.Join('\n', values))}\n]" : line;
    }

    private static string PrintObject(ObjectValueNode node)
    {
        var fields = PrintAll(node.Fields);
        var line = $"{{ {string.Join(", ", fields)} }}";
        return line.Length > MaxLineLength ? $"{{\n{Indent(string.Join('\n', fields))}\n}}" : line;
    }

    private static string PrintDefault(ValueNode? value) => value is null ? "" : $" = {PrintValue(value)}";

    private static string PrintDescription(StringValueNode? description) => description is null ? "" : $"{PrintValue(description)}\n";

    /// <summary>One line in parentheses; a line each when one of them takes several.</summary>
    private static string InParentheses(IReadOnlyList<SyntaxNode> nodes, bool indented)
    {
        var parts = PrintAll(nodes);
        if (!Array.Exists(parts, part => part.Contains('\n', StringComparison.Ordinal)))
        {
            return Wrap("(", string.Join(", ", parts), ")");
        }

        var lines = string.Join('\n', parts);
        return $"(\n{(indented ? Indent(lines) : lines)}\n)";
    }

    private static string Block(IReadOnlyList<SyntaxNode> nodes) => Wrap("{\n", Indent(Join(nodes, "\n")), "\n}");

    private static string Join(IReadOnlyList<SyntaxNode> nodes, string separator) =>
        nodes.Count == 0 ? "" : string.Join(separator, PrintAll(nodes));

    /// <summary>
    /// The text of each node. Where the layout depends on the length, both layouts are made of the same texts: printing
    /// twice would double the work at each level.
    /// </summary>
    private static string[] PrintAll(IReadOnlyList<SyntaxNode> nodes) => [.. nodes.Select(Print)];

    private static string JoinParts(params ReadOnlySpan<string> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            text.Append(text.Length > 0 && part.Length > 0 ? " " : "").Append(part);
        }

        return text.ToString();
    }

    private static string Wrap(string start, string text, string end) => text.Length == 0 ? "" : start + text + end;

    private static string Indent(string text) =>
        text.Length == 0 ? "" : "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
