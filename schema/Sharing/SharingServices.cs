using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>Registers what documents and rows of every kind have in common.</summary>
internal static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services
        .AddScoped<DocumentLists>()
        .AddSingleton<SharedDocuments>()
        .AddScoped<IPastNodes, PastNodes>()
        .AddSingleton<Records>()
        .AddSingleton<DocumentRules>()
        .AddSingleton<Publication>()
        .AddSingleton<IDocumentMapping, DocumentRevisionMapping>();
}
