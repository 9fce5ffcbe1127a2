using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>Registers treaty actions, reports and pledges.</summary>
internal static class TreatyActionServices
{
    public static IServiceCollection AddTreatyActions(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, TreatyActionMapping>()
        .AddSingleton<TreatyActionRules>()
        .AddSingleton<IInboxSource, TreatyReportInbox>()
        .AddSingleton<IRecordStore, RecordStore<Pledge>>()
        .AddSingleton<IRecordStore, RecordStore<VetoExplanation>>()
        .AddSingleton<IRecordStore, RecordStore<TreatyReport>>()
        .AddSingleton(TreatyActionMapping.Store);
}
