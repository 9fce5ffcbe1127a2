using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>Makes object, interface and union types of C# types (§3.6 to §3.8).</summary>
internal sealed class OutputTypeFactory(TypeRegistry types)
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
        AddMethods(@interface, type);
        UseInterfacesOf(type);
        foreach (var implementer in types.Resolvers.Implementers(type))
        {
            types.NamedOutput(implementer, type.Origin());
        }
    }

    private void Complete(ObjectType result, Type type, string origin)
    {
        AddProperties(result, type);
        AddMethods(result, type);
        UseInterfacesOf(type);
        if (result.Fields.Count == 0)
        {
            types.Errors.Add(new SchemaError($"The type {result.Name} ({type.Origin()}) has no fields.", origin));
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
            var field = types.Fields.FromProperty(property, type, clrType);
            if (!type.Fields.TryAdd(field.Name, field))
            {
                types.Errors.Add(
                    new SchemaError($"The type {type.Name} already has a field {field.Name}, from {type.Fields[field.Name].Origin}.", field.Origin));
            }
        }
    }

    /// <summary>Adds the fields of resolver classes to a type; one that has the name of a property takes its place.</summary>
    private void AddMethods(FieldsType type, Type clrType)
    {
        foreach (var sameTarget in types.Resolvers.Extending(clrType))
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var method in sameTarget.SelectMany(ResolverClasses.FieldsOf))
            {
                var field = types.Fields.FromMethod(method, type, clrType);
                if (!names.Add(field.Name))
                {
                    types.Errors.Add(
                        new SchemaError($"The type {type.Name} already has a field {field.Name}, from {type.Fields[field.Name].Origin}.", field.Origin));
                }

                type.Fields[field.Name] = field;
            }
        }
    }
}
