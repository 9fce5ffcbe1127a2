using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.AspNetCore;

namespace R2P.Schema.RegisteredDocuments;

/// <summary>Serves the documents that are registered in the database.</summary>
public static class StoredDocumentServices
{
    /// <summary>Adds the registry, and what keeps it up to date.</summary>
    public static GraphQLBuilder AddStoredDocuments(this GraphQLBuilder graphql)
    {
        graphql.AddDocuments<StoredDocuments>();
        graphql.Services.AddHostedService<StoredDocumentsWatch>();
        return graphql;
    }
}
