using R2P.GraphQL.Introspection;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Judge.Planted;

/// <summary>A null in a list of non-null items stays in the list instead of taking the list with it (§6.4.4).</summary>
internal sealed class StoppedNull : Engine
{
    public override GraphQLSchema BuildToExecute(DocumentNode sdl, GraphQLSchema schema)
    {
        var executed = Build(sdl);
        foreach (var type in executed.Types.Except(IntrospectionTypes.All).OfType<FieldsType>())
        {
            foreach (var field in type.Fields.Values.ToList())
            {
                type.Fields[field.Name] = new FieldDefinition(field.Name, Loosened(field.Type))
                {
                    Arguments = field.Arguments,
                    Resolver = field.Resolver,
                };
            }
        }

        return executed;
    }

    private static GraphQLType Loosened(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullType(Loosened(nonNull.OfType)),
        ListType list => new ListType(Loosened(list.OfType.Nullable)),
        _ => type,
    };
}
