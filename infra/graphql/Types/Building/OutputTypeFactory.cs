using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>Makes object, interface and union types of C# types (§3.6 to §3.8).</summary>
internal sealed class OutputTypeFactory(TypeRegistry types, FieldFactory fields)
{
    /// <summary>The type, still without fields or members; these come when the registry finishes.</summary>
    public NamedType Create(string name, Type type, string origin)
    {
        if (type.GetCustomAttribute<UnionTypeAttribute>() is not null)
        {
            var union = new UnionType(name) { ClrType = type };
            types.Later(() => Complete(union, type));
            return union;
        }

        if (types.Resolvers.IsInterface(type))
        {
            var @interface = new InterfaceType(name) { ClrType = type };
            types.Later(() => Complete(@interface, type));
            return @interface;
        }

        var result = new ObjectType(name) { ClrType = type };
        types.Later(() => Complete(result, type, origin));
        return result;
    }

    /// <summary>Adds the fields of resolver classes to a type; one that has the name of a property takes its place.</summary>
    public void AddMethods(FieldsType type, Type? clrType, IEnumerable<Type> resolverClasses)
    {
        foreach (var method in resolverClasses.SelectMany(ResolverClasses.FieldsOf))
        {
            var field = fields.FromMethod(method, type, clrType);
            if (type.Fields.TryGetValue(field.Name, out var known) && fields.IsFromMethod(known))
            {
                types.Errors.Add($"{field.Origin}: the type {type.Name} already has a field {field.Name}, from {known.Origin}.");
            }

            type.Fields[field.Name] = field;
        }
    }

    private void Complete(UnionType union, Type type)
    {
        foreach (var member in types.Resolvers.Implementers(type))
        {
            if (types.NamedOutput(member, type.Origin()) is ObjectType objectType)
            {
                union.Members.Add(objectType);
            }
        }
    }

    private void Complete(InterfaceType @interface, Type type)
    {
        AddProperties(@interface, type);
        AddMethods(@interface, type, types.Resolvers.Extending(type));
        UseInterfacesOf(type);
        foreach (var implementer in types.Resolvers.Implementers(type))
        {
            types.NamedOutput(implementer, type.Origin());
        }
    }

    private void Complete(ObjectType result, Type type, string origin)
    {
        AddProperties(result, type);
        AddMethods(result, type, types.Resolvers.Extending(type));
        UseInterfacesOf(type);
        if (result.Fields.Count == 0)
        {
            types.Errors.Add($"{origin}: the type {result.Name} ({type.Origin()}) has no fields.");
        }
    }

    private void UseInterfacesOf(Type type)
    {
        foreach (var @interface in types.Resolvers.MarkedAncestors(type))
        {
            types.NamedOutput(@interface, type.Origin());
        }
    }

    private void AddProperties(FieldsType type, Type clrType)
    {
        foreach (var property in ClrProperties.Of(clrType).Where(property => property.CanRead && !property.IsIgnored()))
        {
            var field = fields.FromProperty(property, type, clrType);
            if (!type.Fields.TryAdd(field.Name, field))
            {
                types.Errors.Add($"{field.Origin}: the type {type.Name} already has a field {field.Name}, from {type.Fields[field.Name].Origin}.");
            }
        }
    }
}
