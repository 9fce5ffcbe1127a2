using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>What the added assemblies and types hold: static resolver classes, and the classes that may stand behind an abstract type.</summary>
internal sealed class ResolverClasses
{
    private readonly Type[] _types;
    private readonly ILookup<Type, Type> _extensions;
    private readonly HashSet<Type> _extendedInterfaces;

    public ResolverClasses(IEnumerable<Type> types)
    {
        _types = [.. types.Distinct().Where(type => !type.IsGenericTypeDefinition).OrderBy(type => type.FullName, StringComparer.Ordinal)];
        _extensions = _types
            .SelectMany(type => type.GetCustomAttributes<ResolverClassAttribute>().Select(attribute => (attribute.Extends, type)))
            .ToLookup(pair => pair.Extends, pair => pair.type);
        _extendedInterfaces =
        [
            .. _types.SelectMany(type => type.GetCustomAttributes<ResolverClassAttribute>())
                .Where(attribute => attribute.GetType().GetGenericTypeDefinition() == typeof(InterfaceTypeAttribute<>))
                .Select(attribute => attribute.Extends),
        ];
    }

    /// <summary>The classes with a root attribute.</summary>
    public IEnumerable<Type> Having<TAttribute>()
        where TAttribute : Attribute => _types.Where(type => type.GetCustomAttribute<TAttribute>() is not null);

    /// <summary>The types that belong to the schema though no field may lead to them.</summary>
    public IEnumerable<Type> Declared => Having<SchemaTypeAttribute>().Concat(_extensions.Select(extension => extension.Key)).Distinct();

    /// <summary>Every method that finds nodes by their ids.</summary>
    public IEnumerable<MethodInfo> NodeResolvers =>
        _types.SelectMany(StaticMethods).Where(method => method.GetCustomAttribute<NodeResolverAttribute>() is not null);

    /// <summary>The methods of a resolver class that are fields.</summary>
    public static IEnumerable<MethodInfo> FieldsOf(Type resolverClass) => StaticMethods(resolverClass)
        .Where(method => !method.IsIgnored() && !method.IsSpecialName && method.GetCustomAttribute<NodeResolverAttribute>() is null);

    /// <summary>The resolver classes whose fields the type gets, by the type that they extend: those of its ancestors first, its own last.</summary>
    public IEnumerable<IEnumerable<Type>> Extending(Type type) =>
        Ancestors(type).Append(type).Select(ancestor => _extensions[ancestor]);

    /// <summary>Whether the C# type is a GraphQL interface.</summary>
    public bool IsInterface(Type type) => type.IsInterface || type.IsAbstract || IsMarked(type);

    /// <summary>The interfaces and base classes of the type that are marked as GraphQL interfaces.</summary>
    public IEnumerable<Type> MarkedAncestors(Type type) => Ancestors(type).Where(IsMarked);

    /// <summary>The interfaces and base classes of the type.</summary>
    public static IEnumerable<Type> Ancestors(Type type) => type.GetInterfaces().Concat(BaseClasses(type));

    /// <summary>The concrete classes that are of the abstract type.</summary>
    public IEnumerable<Type> Implementers(Type type) =>
        _types.Where(candidate => candidate is { IsAbstract: false, IsInterface: false } && type.IsAssignableFrom(candidate) && !candidate.IsIgnored());

    private bool IsMarked(Type type) => _extendedInterfaces.Contains(type) || type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false);

    private static IEnumerable<Type> BaseClasses(Type type)
    {
        for (var level = type.BaseType; level is not null && level != typeof(object); level = level.BaseType)
        {
            yield return level;
        }
    }

    private static IEnumerable<MethodInfo> StaticMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).OrderBy(method => method.MetadataToken);
}
