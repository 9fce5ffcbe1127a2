namespace R2P.GraphQL.Language;

/// <summary>§2.11 A type reference.</summary>
public abstract class TypeNode : SyntaxNode;

/// <summary>§2.11 NamedType.</summary>
public sealed class NamedTypeNode(NameNode name) : TypeNode
{
    public NameNode Name { get; } = name;

    public override string ToString() => Name.Value;
}

/// <summary>§2.11 ListType.</summary>
public sealed class ListTypeNode(TypeNode type) : TypeNode
{
    public TypeNode Type { get; } = type;

    public override string ToString() => $"[{Type}]";
}

/// <summary>§2.11 NonNullType; <see cref="Type"/> is a named or a list type.</summary>
public sealed class NonNullTypeNode(TypeNode type) : TypeNode
{
    public TypeNode Type { get; } = type;

    public override string ToString() => $"{Type}!";
}
