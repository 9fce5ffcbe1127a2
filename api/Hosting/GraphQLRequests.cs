using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Persisted;
using R2P.Schema.RegisteredDocuments;

namespace R2P.Api.Hosting;

/// <summary>Brings the settings of GraphQL requests to the engine.</summary>
internal static class GraphQLRequests
{
    public static GraphQLBuilder ConfigureRequests(this GraphQLBuilder graphql, ServiceOptions.GraphQLSettings settings)
    {
        if (settings.DocumentsDirectory is { } directory)
        {
            graphql.AddDocuments(new DocumentFolder(Path.GetFullPath(directory)));
        }

        if (settings.StoredDocuments)
        {
            graphql.AddStoredDocuments();
        }

        return graphql
            .Configure(options =>
            {
                options.Persisted.TrustedDocuments = settings.TrustedDocuments;
                options.Persisted.AutomaticQueries = settings.AutomaticQueries;
            })
            .ConfigureTransports(transports => transports.MaxBatchSize = settings.MaxBatchSize);
    }
}
