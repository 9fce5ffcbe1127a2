namespace R2P.GraphQL;

/// <summary>Says what a C# type is in the schema where that can't be inferred, or that it belongs there though no field leads to it.</summary>
public abstract class SchemaTypeAttribute(string? name) : Attribute
{
    /// <summary>The GraphQL name; null to derive it from the C# name.</summary>
    public string? Name { get; } = name;
}

/// <summary>§3.6 The class is an object type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ObjectTypeAttribute(string? name = null) : SchemaTypeAttribute(name);

/// <summary>§3.7 The C# interface or abstract class is a GraphQL interface; classes that derive from it implement it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class InterfaceTypeAttribute(string? name = null) : SchemaTypeAttribute(name);

/// <summary>§3.8 The marker interface or abstract class is a union of the classes that derive from it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class UnionTypeAttribute(string? name = null) : SchemaTypeAttribute(name);

/// <summary>§3.10 The class or record is an input object.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class InputTypeAttribute(string? name = null) : SchemaTypeAttribute(name);

/// <summary>§3.9 The C# enum is a GraphQL enum.</summary>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class EnumTypeAttribute(string? name = null) : SchemaTypeAttribute(name);

/// <summary>A static class whose methods are further fields of another type.</summary>
public abstract class ResolverClassAttribute : Attribute
{
    /// <summary>The C# type that gets the fields.</summary>
    public abstract Type Extends { get; }
}

/// <summary>The public static methods of the class are fields of <typeparamref name="T"/>'s object type; one with a property's name replaces it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectTypeAttribute<T> : ResolverClassAttribute
{
    public override Type Extends => typeof(T);
}

/// <summary>
/// The public static methods of the class are fields of <typeparamref name="T"/>'s interface and of every object type that implements it.
/// It also makes <typeparamref name="T"/> an interface type.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InterfaceTypeAttribute<T> : ResolverClassAttribute
{
    public override Type Extends => typeof(T);
}

/// <summary>§3.10.1 Exactly one field of the input object must be given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OneOfAttribute : Attribute;
