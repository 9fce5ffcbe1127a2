using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.Search;

/// <summary>Registers full-text search.</summary>
internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, SearchMapping>()
        .AddSingleton<CatalogueNames>()
        .AddSingleton<NetworkBeginning>()
        .AddScoped<DocumentSearch>();
}
