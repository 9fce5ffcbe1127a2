using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.TreatyActions;

/// <summary>Registers treaty actions, reports and pledges.</summary>
internal static class TreatyActionServices
{
    public static IServiceCollection AddTreatyActions(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, TreatyActionMapping>()
        .AddSingleton<TreatyActionRules>()
        .AddSingleton<IInboxSource, TreatyReportInbox>()
        .AddSingleton(TreatyActionMapping.Store);
}
