namespace R2P.GraphQL;

/// <summary>
/// The GraphQL name instead of the one derived from C#. On a generic type, <c>{0}</c> stands for the name of its type argument:
/// <c>[GraphQLName("{0}Connection")]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The description instead of the one from the XML documentation; Markdown.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

/// <summary>Keeps the member out of the schema. A member that overrides it says for itself.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>§3.13.3 The member should no longer be used. <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>The default of an argument or input field, where C# has no place for it.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    public object? Value { get; } = value;
}

/// <summary>
/// The value is an <c>ID</c>. A <see cref="Guid"/> is answered as a global id of its object type (see <see cref="NodeId"/>); a string stays as it is.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public class IDAttribute : Attribute
{
    /// <summary>The C# type whose id it is; null for the declaring type.</summary>
    public virtual Type? Of => null;
}

/// <summary>The <see cref="Guid"/> is the global id of a <typeparamref name="T"/>; an id of another type is refused as input.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute<T> : IDAttribute
{
    public override Type? Of => typeof(T);
}

/// <summary>Only a signed-in caller may select the field, or, with <see cref="Roles"/>, one who has any of them. On a type: every field of it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AuthorizeAttribute : Attribute
{
    public string[] Roles { get; init; } = [];
}

/// <summary>
/// The property is computed: it looks at no other properties of its object than these, at none if it is the same for all of them. Who reads only what is
/// selected (see <see cref="Execution.ISelection.PropertiesOf"/>) reads these instead of it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedFromAttribute(params string[] properties) : Attribute
{
    public IReadOnlyList<string> Properties => properties;
}

/// <summary>
/// The static method finds objects by their ids, many at once: it takes <c>IReadOnlyList&lt;Guid&gt; ids</c> and returns one result per id in order
/// (null for an id that can't be read), or a dictionary by id. Its type then implements <c>Node</c> and is found by <c>node</c> and <c>nodes</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>
/// A promise: all callers who are given the same parent get the same value of this field. Only then may a <see cref="Execution.SharedEvent{T}"/>
/// answer it once for many. Fields that are read from their parent alone need no promise.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallerIndependentAttribute : Attribute;
