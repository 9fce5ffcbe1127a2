using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Exchanges;

/// <summary>Registers exchanges.</summary>
internal static class ExchangeServices
{
    public static IServiceCollection AddExchanges(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, ExchangeMapping>()
        .AddSingleton(ExchangeMapping.Store)
        .AddSingleton<ExchangeRules>()
        .AddSingleton<IInboxSource, ExpectedReplies>()
        .AddSingleton<IInboxSource, OpenTasks>();
}
