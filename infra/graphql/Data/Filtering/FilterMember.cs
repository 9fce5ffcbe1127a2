using System.Reflection;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>A property that a class can be filtered by, as its attributes say.</summary>
/// <param name="IdOf">The type whose id it is; null if it is none.</param>
internal sealed record FilterMember(string Name, MemberPath Path, string? Description, Type? IdOf)
{
    /// <summary>The filterable properties, those that the class itself names first.</summary>
    public static IEnumerable<FilterMember> Of(Type type, TypeRegistry types) =>
        MarkedMembers.Of<FilterableAttribute>(type, types, attribute => attribute.Using).Select(marked => new FilterMember(
            marked.Attribute.Name ?? SchemaNames.OfField(marked.Property),
            marked.Path,
            types.Describe(marked.Property),
            marked.Attribute.IdOf ?? IdOfProperty(marked.Property, type)));

    private static Type? IdOfProperty(PropertyInfo property, Type type) =>
        property.GetCustomAttribute<IDAttribute>() is { } id ? id.Of ?? type : null;
}
