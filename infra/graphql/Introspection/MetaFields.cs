using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Introspection;

/// <summary>§4.1, §4.2 The fields that are there without being listed in any type.</summary>
public static class MetaFields
{
    /// <summary><c>__schema: __Schema!</c>, on the query root.</summary>
    public static FieldDefinition Schema { get; } = new("__schema", new NonNullType(IntrospectionTypes.Schema))
    {
        Description = "The schema of this service.",
        Resolver = new BatchResolver(context => Answer(context, context.Schema)),
    };

    /// <summary><c>__type(name: String!): __Type</c>, on the query root.</summary>
    public static FieldDefinition Type { get; } = new("__type", IntrospectionTypes.Type)
    {
        Description = "One type by its name; null if there is none.",
        Arguments = new(StringComparer.Ordinal)
        {
            ["name"] = new("name", new NonNullType(SpecifiedScalars.String)) { Description = "The type's name." },
        },
        Resolver = new BatchResolver(context => Answer(context, context.Schema.FindType((string)context.Arguments[0]!))),
    };

    /// <summary><c>__typename: String!</c>, on every composite type. It has no resolver: the executor knows the answer.</summary>
    public static FieldDefinition TypeName { get; } = new("__typename", new NonNullType(SpecifiedScalars.String))
    {
        Description = "The name of the object's type.",
    };

    private static ValueTask Answer(FieldContext context, object? value)
    {
        Array.Fill(context.Results, value, 0, context.Parents.Count);
        return ValueTask.CompletedTask;
    }
}
