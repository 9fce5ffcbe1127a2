using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>Registers strategies and self-checks with the domain.</summary>
internal static class StrategyServices
{
    public static IServiceCollection AddStrategies(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, StrategyMapping>();
        services.AddSingleton(StrategyMapping.Store);
        services.AddSingleton<StrategyRules>();
        services.AddSingleton<SelfCheckRules>();
        services.AddSingleton<IInboxSource, DueActions>();
        services.AddSingleton<IRecordStore, RecordStore<SelfCheck>>();
        return services;
    }
}
