using Microsoft.Extensions.DependencyInjection;

namespace R2P.Schema.Catalogue;

/// <summary>Registers the catalogue, and what keeps it up to date.</summary>
internal static class CatalogueServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<Catalogue>()
        .AddSingleton<CatalogueKeeper>()
        .AddSingleton<CatalogueRules>()
        .AddSingleton<CrosswalkRules>()
        .AddSingleton<RetiredCodes>()
        .AddHostedService<CatalogueWatch>();
}
