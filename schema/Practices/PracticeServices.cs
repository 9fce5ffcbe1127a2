using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Practices;

internal static class PracticeServices
{
    /// <summary>Adds the compendium of practice.</summary>
    public static IServiceCollection AddPractices(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, PracticeMapping>();
        services.AddSingleton<PracticeRules>();
        services.AddSingleton(PracticeMapping.Store);
        services.AddHostedService<PracticeUpkeep>();
        services.AddSingleton<IInboxSource, PracticesToConfirm>();
        services.AddSingleton<IInboxSource, OwnPracticesToConfirm>();
        return services;
    }
}
