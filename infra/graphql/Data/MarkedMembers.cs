using System.Reflection;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>A property marked by an attribute, and the path that is read for it.</summary>
/// <param name="Property">The property that gives name and description.</param>
internal sealed record MarkedMember<TAttribute>(TAttribute Attribute, PropertyInfo Property, MemberPath Path);

/// <summary>Finds the properties that attributes mark, be they on the property or on the class.</summary>
internal static class MarkedMembers
{
    public static IEnumerable<MarkedMember<TAttribute>> Of<TAttribute>(Type type, TypeRegistry types, Func<TAttribute, string?> @using)
        where TAttribute : Attribute
    {
        foreach (var attribute in type.GetCustomAttributes<TAttribute>())
        {
            if (Parse(type, @using(attribute) ?? "", types) is { } path)
            {
                yield return new(attribute, path.Last, path);
            }
        }

        foreach (var property in type.GetProperties())
        {
            foreach (var attribute in property.GetCustomAttributes<TAttribute>(inherit: false))
            {
                if (Parse(type, @using(attribute) ?? property.Name, types) is { } path)
                {
                    yield return new(attribute, property, path);
                }
            }
        }
    }

    private static MemberPath? Parse(Type type, string path, TypeRegistry types)
    {
        try
        {
            return MemberPath.Parse(type, path);
        }
        catch (ArgumentException exception)
        {
            types.Errors.Add(new SchemaError(exception.Message, type.Origin()));
            return null;
        }
    }
}
