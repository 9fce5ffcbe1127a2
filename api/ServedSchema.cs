using R2P.Documents;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Types;
using R2P.Schema;

namespace R2P.Api;

/// <summary>The schema that this build serves, without the service: no database and no settings are needed to know it.</summary>
internal static class ServedSchema
{
    public static GraphQLSchema Build()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddDocuments(_ => throw new InvalidOperationException("The schema was to be known without a database."))
            .AddNetwork()
            .AddGraphQL(graphql => graphql.AddNetwork())
            .BuildServiceProvider();
        return services.GetRequiredService<GraphQLSchema>();
    }
}
