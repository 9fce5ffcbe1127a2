using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Judge.Planted;

/// <summary>A fragment on an interface also applies to an object type that does not implement it (§6.3.2 DoesFragmentTypeApply).</summary>
internal sealed class StrangeFragments : Engine
{
    public override GraphQLSchema Build(DocumentNode sdl)
    {
        var schema = base.Build(sdl);
        var strangers = schema.Types.OfType<ObjectType>()
            .SelectMany(_ => schema.Types.OfType<InterfaceType>(), (type, @interface) => (Type: type, Interface: @interface))
            .Where(pair => !pair.Type.Interfaces.Contains(pair.Interface))
            .ToList();
        strangers.ForEach(pair => pair.Type.Interfaces.Add(pair.Interface));
        var planted = new GraphQLSchema(schema.Query, schema.Mutation, schema.Subscription, schema.Types, schema.Directives)
        {
            Description = schema.Description,
        };
        strangers.ForEach(pair => pair.Type.Interfaces.Remove(pair.Interface));
        return planted;
    }
}
