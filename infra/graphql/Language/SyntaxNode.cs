namespace R2P.GraphQL.Language;

/// <summary>A node of a parsed document (§2). <see cref="Start"/> and <see cref="End"/> are byte offsets in the source.</summary>
public abstract class SyntaxNode
{
    /// <summary>Byte offset of the node's first token.</summary>
    public int Start { get; init; }

    /// <summary>Byte offset behind the node's last token.</summary>
    public int End { get; init; }
}

/// <summary>§2.1.9 A name and where it stands.</summary>
public sealed class NameNode(string value) : SyntaxNode
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}

/// <summary>§2.2 A whole document: executable definitions, type system definitions and extensions.</summary>
public sealed class DocumentNode(SourceText source, IReadOnlyList<DefinitionNode> definitions) : SyntaxNode
{
    public SourceText Source { get; } = source;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>A definition at the top of a document (§2.2).</summary>
public abstract class DefinitionNode : SyntaxNode;
