namespace R2P.GraphQL.Types.Building;

/// <summary>§3.3.1 Makes the root types out of all the classes that share them.</summary>
internal sealed class RootTypes(TypeRegistry types)
{
    /// <summary>The root; null if no class is marked for it.</summary>
    public ObjectType? Add<TAttribute>(string name)
        where TAttribute : Attribute
    {
        var classes = types.Resolvers.Having<TAttribute>().ToList();
        if (classes.Count == 0)
        {
            return null;
        }

        var origin = string.Join(", ", classes.Select(type => type.Origin()));
        var root = types.Add(new ObjectType(name)
        {
            Origin = origin,
            AppliedDirectives = types.Directives.AppliedTo(DirectiveLocation.Object, origin, classes),
            Description = DescriptionOf(name),
        });
        foreach (var method in classes.SelectMany(ResolverClasses.FieldsOf))
        {
            var field = types.Fields.FromMethod(method, root, clrType: null, isStream: typeof(TAttribute) == typeof(SubscriptionTypeAttribute));
            if (!root.Fields.TryAdd(field.Name, field))
            {
                types.Errors.Add(new SchemaError($"{name} already has a field {field.Name}, from {root.Fields[field.Name].Origin}.", field.Origin));
            }
        }

        return root;
    }

    /// <summary>A root belongs to all of its classes, so none of them can describe it.</summary>
    private static string DescriptionOf(string name) => name switch
    {
        "Query" => "Everything that can be read.",
        "Mutation" => "Everything that can be changed. The fields of one operation run one after the other.",
        _ => "Everything that can be listened to.",
    };
}
