namespace R2P.GraphQL;

/// <summary>The parameter is the object whose field is resolved; the method is called once for each.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>
/// The parameter, an <see cref="IReadOnlyList{T}"/>, is all objects whose field is resolved; the method is called once and returns one result per
/// object in order, or a dictionary or lookup by object.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentsAttribute : Attribute;

/// <summary>
/// The parameter, an <see cref="IReadOnlyList{T}"/>, holds the named property of every object whose field is resolved; the method is called once. It
/// returns one result per key in order, or a dictionary or lookup by key (then each key is given once). An object whose key is null gets null.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentKeyAttribute(string property) : Attribute
{
    public string Property { get; } = property;

    /// <summary>
    /// Whether the method may be asked for objects that are only being looked up by these keys (<c>node</c>, <c>nodes</c>), so that both questions go to
    /// the data source together. Where there is no such object, or the caller may not see it, nobody learns the answer: allow it where having asked then
    /// does no harm. Keys are ids, each a <see cref="Guid"/>.
    /// </summary>
    public bool AskedAhead { get; init; }
}

/// <summary>The parameter is a service, although the container can't tell: an <see cref="IEnumerable{T}"/>, or one that is registered late.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
