using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>Registers the library of guidance with the domain.</summary>
internal static class GuidanceServices
{
    public static IServiceCollection AddGuidance(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, GuidanceMapping>();
        services.AddSingleton(GuidanceMapping.Store);
        services.AddSingleton<GuidanceRules>();
        return services;
    }
}
