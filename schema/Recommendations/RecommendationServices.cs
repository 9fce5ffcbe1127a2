using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>Registers recommendations with the domain.</summary>
internal static class RecommendationServices
{
    public static IServiceCollection AddRecommendations(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, RecommendationMapping>();
        services.AddSingleton(RecommendationMapping.Store);
        services.AddSingleton<RecommendationRules>();
        services.AddSingleton<IInboxSource, UnansweredRecommendations>();
        services.AddSingleton<IInboxSource, DueRecommendations>();
        services.AddSingleton<IRecordStore, RecordStore<ReviewCycle>>();
        return services;
    }
}
