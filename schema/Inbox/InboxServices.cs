using Microsoft.Extensions.DependencyInjection;

namespace R2P.Schema.Inbox;

/// <summary>Registers the inbox. The features register what it is made of.</summary>
internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddScoped<InboxReader>()
        .AddSingleton<InboxFeed>();
}
