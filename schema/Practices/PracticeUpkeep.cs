using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using R2P.Documents;

namespace R2P.Schema.Practices;

/// <summary>Marks published practices that nobody confirmed for a year, at start and every hour; several instances do not disturb each other.</summary>
public sealed partial class PracticeUpkeep(DocumentStore store, TimeProvider time, ILogger<PracticeUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Looks once.</summary>
    /// <returns>How many practices became unconfirmed.</returns>
    public Task<int> LapseAsync(CancellationToken cancellation)
    {
        var now = time.GetDatabaseNow();
        return store.WriteAsync(
            AccessContext.Anonymous,
            "lapsePractices",
            session => session.Context.Database
                .SqlQuery<int>($"""select r2p.lapse_practices({DateOnly.FromDateTime(now.UtcDateTime)}, {now}) as "Value" """)
                .SingleAsync(cancellation),
            cancellation);
    }

    /// <inheritdoc/>
    [SuppressMessage(
        "Design", "CA1031", Justification = "The boundary of a loop that must outlive every failure of the database: else the host stops.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await LapseAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while, and EF Core wraps that; the next round makes up for it.
                LogFailure(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for practices that nobody confirmed; trying again later.")]
    private partial void LogFailure(Exception failure);
}
