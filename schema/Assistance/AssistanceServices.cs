using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>Registers requests for help and offers.</summary>
internal static class AssistanceServices
{
    public static IServiceCollection AddAssistance(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, AssistanceMapping>();
        services.AddSingleton(AssistanceMapping.Requests);
        services.AddSingleton(AssistanceMapping.Offers);
        services.AddSingleton<AssistanceRules>();
        services.AddSingleton<IInboxSource, AssistanceRequestedInbox>();
        services.AddSingleton<IInboxSource, OfferToAnswerInbox>();
        services.AddSingleton<IInboxSource, ReviewPointDueInbox>();
        services.AddSingleton<IRecordStore, RecordStore<EncouragementActivity>>();
        return services;
    }
}
