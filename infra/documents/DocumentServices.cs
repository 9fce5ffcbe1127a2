using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace R2P.Documents;

/// <summary>Registers the documents with the host.</summary>
public static class DocumentServices
{
    /// <summary>
    /// Adds <see cref="DocumentStore"/>, <see cref="EventLog"/> (started and stopped with the host) and
    /// <see cref="EventCursor"/>. Kinds add themselves as <see cref="IDocumentMapping"/>. Migrate before the host starts.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">How to reach the database; asked once, at the first use.</param>
    public static IServiceCollection AddDocuments(
        this IServiceCollection services, Func<IServiceProvider, DocumentStoreOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<EventSignal>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<EventLog>();
        services.AddSingleton(provider => provider.GetRequiredService<EventLog>().Cursor);
        services.AddHostedService<Lifetime>();
        return services;
    }

    private sealed class Lifetime(DocumentStore store, EventLog events) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await ServiceRole.CheckAsync(store.Service, cancellationToken);
            await events.StartAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => events.StopAsync();
    }
}
