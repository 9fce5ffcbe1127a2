using Microsoft.Extensions.Hosting;

namespace R2P.GraphQL.Persisted;

/// <summary>Loads the registered documents before the host listens, so that one that is not valid stops the start.</summary>
internal sealed class TrustedDocumentsLoading(TrustedDocuments documents) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => documents.LoadAsync(cancellationToken).AsTask();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
