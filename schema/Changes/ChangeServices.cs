using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.Changes;

/// <summary>Registers the log as it is read and followed.</summary>
internal static class ChangeServices
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<ChangeLog>()
        .AddSingleton<ChangeAheads>()
        .AddSingleton<EventAudiences>()
        .AddSingleton<IEventCompanion>(services => services.GetRequiredService<EventAudiences>())
        .AddSingleton<ChangeRelays>()
        .AddSingleton<ChangeFeed>();
}
