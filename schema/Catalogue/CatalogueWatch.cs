using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using R2P.Documents;
using R2P.Schema.Changes;

namespace R2P.Schema.Catalogue;

/// <summary>Follows the log, so that what a secretariat adds by way of one instance is in the catalogue of every other.</summary>
public sealed partial class CatalogueWatch(EventLog log, CatalogueKeeper keeper, TimeProvider time, ILogger<CatalogueWatch> logger) : BackgroundService
{
    private static readonly string Changed = EnumText.Of(ChangeType.CatalogueChanged);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    [SuppressMessage(
        "Design", "CA1031", Justification = "The boundary of a loop that must outlive every failure of the database: else the host stops.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
                await Task.Delay(RetryDelay, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var head = await log.HeadAsync(cancellation);
        await keeper.ReadAsync(cancellation);
        await foreach (var header in log.FollowAsync(head, _ => ValueTask.FromResult(AccessContext.Anonymous), cancellation))
        {
            if (header.Type == Changed)
            {
                await keeper.ReadAsync(cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not read what was added to the catalogue; trying again.")]
    private partial void LogFailure(Exception failure);
}
