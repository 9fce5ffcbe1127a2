namespace R2P.GraphQL.Language;

/// <summary>§2.9 Value.</summary>
public abstract class ValueNode : SyntaxNode;

/// <summary>§2.10 Variable, without its dollar sign.</summary>
public sealed class VariableNode(NameNode name) : ValueNode
{
    public NameNode Name { get; } = name;
}

/// <summary>§2.9.1 IntValue, as written.</summary>
public sealed class IntValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

/// <summary>§2.9.2 FloatValue, as written.</summary>
public sealed class FloatValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

/// <summary>§2.9.4 StringValue with escapes resolved; <see cref="IsBlock"/> tells a block string.</summary>
public sealed class StringValueNode(string value, bool isBlock = false) : ValueNode
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary>§2.9.3 BooleanValue.</summary>
public sealed class BooleanValueNode(bool value) : ValueNode
{
    public bool Value { get; } = value;
}

/// <summary>§2.9.5 NullValue.</summary>
public sealed class NullValueNode : ValueNode;

/// <summary>§2.9.6 EnumValue.</summary>
public sealed class EnumValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

/// <summary>§2.9.7 ListValue.</summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> values) : ValueNode
{
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

/// <summary>§2.9.8 ObjectValue.</summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>§2.9.8 ObjectField.</summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value) : SyntaxNode
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
