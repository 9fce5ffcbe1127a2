using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>The public properties of a C# type in a stable order: those of base types and base interfaces first, each as declared.</summary>
internal static class ClrProperties
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<PropertyInfo> Of(Type type) =>
        Lineage(type)
            .SelectMany(level => level.GetProperties(Declared).OrderBy(property => property.MetadataToken))
            .Where(property => property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .Select(sameName => sameName.Last());

    private static IEnumerable<Type> Lineage(Type type)
    {
        if (type.IsInterface)
        {
            return type.GetInterfaces()
                .OrderBy(ancestor => ancestor.GetInterfaces().Length)
                .ThenBy(ancestor => ancestor.FullName, StringComparer.Ordinal)
                .Append(type);
        }

        var ancestors = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            ancestors.Push(level);
        }

        return ancestors;
    }
}
