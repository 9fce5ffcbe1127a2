using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.SavedFilters;

/// <summary>Registers saved filters.</summary>
internal static class SavedFilterServices
{
    public static IServiceCollection AddSavedFilters(this IServiceCollection services) =>
        services.AddSingleton<IDocumentMapping, SavedFilterMapping>();
}
