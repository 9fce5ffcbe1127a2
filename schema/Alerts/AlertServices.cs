using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Alerts;

/// <summary>Registers alerts.</summary>
internal static class AlertServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, AlertMapping>();
        services.AddSingleton(AlertMapping.Store);
        services.AddSingleton<AlertRules>();
        services.AddSingleton<IInboxSource>(new AlertInbox(InboxReason.AlertToAcknowledge));
        services.AddSingleton<IInboxSource>(new AlertInbox(InboxReason.AlertToDecide));
        services.AddSingleton<IInboxSource>(new AlertInbox(InboxReason.AlertOverdue));
        services.AddSingleton<IInboxSource>(new AlertInbox(InboxReason.AlertOverdue, ofOwner: true));
        services.AddSingleton<IInboxSource, AlertClashInbox>();
        return services;
    }
}
