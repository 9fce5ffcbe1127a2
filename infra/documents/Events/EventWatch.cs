using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace R2P.Documents;

/// <summary>Keeps what an instance remembers of the database up to date: reads it at the start, and again whenever the log says that it has changed.</summary>
/// <param name="log">The log.</param>
/// <param name="type">The type of the event that says so.</param>
/// <param name="access">Who is among that event's readers.</param>
/// <param name="time">The clock by which a failure is tried again.</param>
/// <param name="logger">Where failures are told.</param>
public abstract partial class EventWatch(EventLog log, string type, AccessContext access, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Reads what may have changed. What it throws is logged, and tried again.</summary>
    protected abstract Task ReadAsync(CancellationToken cancellation);

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
                LogFailure(logger, failure, type);
                await Task.Delay(RetryDelay, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var head = await log.HeadAsync(cancellation);
        await ReadAsync(cancellation);
        await foreach (var header in log.FollowAsync(head, _ => ValueTask.FromResult(access), cancellation))
        {
            if (header.Type == type)
            {
                await ReadAsync(cancellation);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not read what {Type} tells of; trying again.")]
    private static partial void LogFailure(ILogger logger, Exception failure, string type);
}
