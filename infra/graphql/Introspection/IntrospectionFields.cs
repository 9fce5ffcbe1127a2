using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Introspection;

/// <summary>Adds fields to the introspection types: each reads one kind of object of the type system.</summary>
internal sealed class IntrospectionFields<T>(ObjectType type)
    where T : class
{
    private const string IncludeDeprecated = "includeDeprecated";

    /// <summary>A String field.</summary>
    public IntrospectionFields<T> Text(string name, string description, Func<T, string?> get) =>
        Add(name, SpecifiedScalars.String, description, TextResolver(get));

    /// <summary>A String! field.</summary>
    public IntrospectionFields<T> RequiredText(string name, string description, Func<T, string> get) =>
        Add(name, new NonNullType(SpecifiedScalars.String), description, TextResolver(get));

    /// <summary>A Boolean! field.</summary>
    public IntrospectionFields<T> RequiredFlag(string name, string description, Func<T, bool> get) =>
        Add(
            name,
            new NonNullType(SpecifiedScalars.Boolean),
            description,
            new LeafResolver((parent, writer) => writer.WriteBooleanValue(get((T)parent)), parent => get((T)parent)));

    /// <summary>A field without arguments.</summary>
    public IntrospectionFields<T> Value(string name, GraphQLType fieldType, string description, Func<T, object?> get) =>
        Add(name, fieldType, description, new PropertyResolver(parent => get((T)parent)));

    /// <summary>A field whose value depends on the schema.</summary>
    public IntrospectionFields<T> FromSchema(string name, GraphQLType fieldType, string description, Func<GraphQLSchema, T, object?> get) =>
        Add(name, fieldType, description, new BatchResolver(context => ForEach(context, parent => get(context.Schema, parent))));

    /// <summary>A list that leaves deprecated entries out unless <c>includeDeprecated</c> is true; <paramref name="get"/> may give null.</summary>
    public IntrospectionFields<T> Deprecatable<TItem>(
        string name,
        GraphQLType fieldType,
        string description,
        Func<T, IEnumerable<TItem>?> get,
        Func<TItem, string?> deprecationReason)
    {
        var resolver = new BatchResolver(context =>
        {
            var all = context.Arguments[0] is true;
            return ForEach(context, parent => get(parent)?.Where(item => all || deprecationReason(item) is null).ToArray());
        });
        type.Fields.Add(name, new FieldDefinition(name, fieldType)
        {
            Description = description,
            Resolver = resolver,
            Arguments = new(StringComparer.Ordinal)
            {
                [IncludeDeprecated] = new(IncludeDeprecated, new NonNullType(SpecifiedScalars.Boolean))
                {
                    Description = "Whether deprecated entries are listed too.",
                    DefaultValue = new BooleanValueNode(false),
                },
            },
        });
        return this;
    }

    private static LeafResolver TextResolver(Func<T, string?> get) =>
        new((parent, writer) => writer.WriteStringValue(get((T)parent)), parent => get((T)parent));

    private static ValueTask ForEach(FieldContext context, Func<T, object?> get)
    {
        for (var i = 0; i < context.Parents.Count; i++)
        {
            context.Results[i] = get((T)context.Parents[i]);
        }

        return ValueTask.CompletedTask;
    }

    private IntrospectionFields<T> Add(string name, GraphQLType fieldType, string description, FieldResolver resolver)
    {
        type.Fields.Add(name, new FieldDefinition(name, fieldType) { Description = description, Resolver = resolver });
        return this;
    }
}
