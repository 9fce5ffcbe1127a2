using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Recalls;

/// <summary>Registers recalls and receipts.</summary>
internal static class RecallServices
{
    public static IServiceCollection AddRecalls(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, RecallMapping>();
        services.AddSingleton<IInboxSource, RecallInbox>();
        services.AddSingleton<ExpiredShares>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiredShares>());
        return services;
    }
}
