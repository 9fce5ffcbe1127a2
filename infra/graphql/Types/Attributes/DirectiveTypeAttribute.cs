using R2P.GraphQL.Types;

namespace R2P.GraphQL;

/// <summary>
/// §3.13 The class is a directive: what its constructor takes, and its settable properties, are the arguments. Its name is that of the class, in
/// camelCase and without <c>Attribute</c> or <c>Directive</c>. If the class derives from <see cref="Attribute"/>, it is applied to types and members
/// in C# as it is, where <paramref name="locations"/> allow. If it may stand at a field of an operation, a resolver takes it as a nullable parameter,
/// or as a list if it is repeatable.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DirectiveTypeAttribute(params DirectiveLocation[] locations) : Attribute
{
    public IReadOnlyList<DirectiveLocation> Locations { get; } = locations;

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; init; }
}
