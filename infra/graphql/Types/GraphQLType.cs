namespace R2P.GraphQL.Types;

/// <summary>Any type of a schema (§3.4): a named type, or a list or non-null wrapper around one.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Whether the type may stand at an input position (§3.4.2 IsInputType).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether the type may stand at an output position (§3.4.2 IsOutputType).</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether null is refused.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without an outer non-null wrapper.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;
}

/// <summary>§3.11 List.</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

/// <summary>§3.12 Non-Null; <see cref="OfType"/> is never itself non-null.</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}

/// <summary>
/// A named type (§3.4). Types refer to one another, so a type is created with its name and completed while the schema is built;
/// once a <see cref="GraphQLSchema"/> holds it, nothing changes it any more.
/// </summary>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>Custom directives applied to the type, for the printer (§3.13).</summary>
    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; set; } = [];

    /// <summary>The C# member (or SDL place) that made the type; schema errors name it.</summary>
    public string? Origin { get; set; }

    /// <summary>What one object or value of the type weighs, where it is not the default (see <see cref="CostAttribute"/>).</summary>
    public double? Cost { get; set; }

    public override NamedType Named => this;

    public override string ToString() => Name;
}

/// <summary>A type that can be the parent of a selection set: object, interface or union (§3.4.2).</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or interface type: it has fields and may implement interfaces.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    /// <summary>The fields by name, in the order they are printed.</summary>
    public OrderedDictionary<string, FieldDefinition> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The interfaces that the type implements.</summary>
    public IList<InterfaceType> Interfaces { get; } = [];
}

/// <summary>§3.6 Object. Its C# type decides which of several possible types an object of an abstract type is.</summary>
public sealed class ObjectType(string name) : FieldsType(name)
{
    /// <summary>The C# class or record whose instances are of this type; null for a root type and for a schema from SDL.</summary>
    public Type? ClrType { get; set; }
}

/// <summary>§3.7 Interface.</summary>
public sealed class InterfaceType(string name) : FieldsType(name)
{
    public Type? ClrType { get; set; }
}

/// <summary>§3.8 Union.</summary>
public sealed class UnionType(string name) : CompositeType(name)
{
    public IList<ObjectType> Members { get; } = [];

    public Type? ClrType { get; set; }
}

/// <summary>§3.9 Enum.</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    public OrderedDictionary<string, EnumValueDefinition> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The C# enum; null for a schema from SDL, where a value is its name.</summary>
    public Type? ClrType { get; set; }
}

/// <summary>§3.9 One value of an enum; <see cref="Value"/> is what resolvers see (the C# enum value, or the name).</summary>
public sealed record EnumValueDefinition(string Name, object Value)
{
    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; init; } = [];

    /// <summary>The place in the SDL that made the value; null for a C# enum, whose own place tells enough.</summary>
    public string? Origin { get; init; }
}

/// <summary>§3.10 Input Object; with <see cref="IsOneOf"/> exactly one field must be given (§3.10.1).</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    public OrderedDictionary<string, InputFieldDefinition> Fields { get; } = new(StringComparer.Ordinal);

    public bool IsOneOf { get; set; }

    public Type? ClrType { get; set; }
}

/// <summary>A directive applied in the type system, with its arguments as literals; kept for printing.</summary>
public sealed record AppliedDirective(string Name, IReadOnlyList<Language.ArgumentNode> Arguments);
