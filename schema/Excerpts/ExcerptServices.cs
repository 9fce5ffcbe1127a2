using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Excerpts;

/// <summary>Registers excerpts and requests for access.</summary>
internal static class ExcerptServices
{
    public static IServiceCollection AddExcerpts(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, ExcerptMapping>();
        services.AddSingleton<IInboxSource, AccessRequestInbox>();
        return services;
    }
}
