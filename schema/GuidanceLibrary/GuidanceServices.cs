using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>Registers the library of guidance with the domain.</summary>
internal static class GuidanceServices
{
    public static IServiceCollection AddGuidance(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, GuidanceMapping>();
        services.AddSingleton(GuidanceMapping.Store);
        services.AddSingleton<GuidanceRules>();
        services.AddSingleton<IRecordStore, RecordStore<Training>>();
        return services;
    }
}
