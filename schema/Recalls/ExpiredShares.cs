using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using R2P.Documents;
using R2P.Schema.Changes;

namespace R2P.Schema.Recalls;

/// <summary>
/// Tells those who could read a document when their share of it has expired, at that moment, as it is told when a document is taken back. One look a second
/// for the whole instance; several instances do not disturb each other.
/// </summary>
public sealed partial class ExpiredShares(DocumentStore store, ILogger<ExpiredShares> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Tells of whatever has expired and was not told yet.</summary>
    public Task<int> TellAsync(CancellationToken cancellation) => store.WriteAsync(
        AccessContext.Anonymous,
        "tellExpiredShares",
        async session =>
        {
            var expired = await session.Context.Database
                .SqlQuery<ExpiredShare>($"select id, kind, readers from r2p.take_expired_shares()")
                .ToListAsync(cancellation);
            foreach (var share in expired.Where(share => share.Readers.Length > 0))
            {
                session.Append(ChangeType.DocumentRecalled.ToldTo(share.Readers) with { DocumentId = share.Id, DocumentKind = share.Kind });
            }

            return expired.Count;
        },
        cancellation);

    /// <inheritdoc/>
    [SuppressMessage(
        "Design", "CA1031", Justification = "The boundary of a loop that must outlive every failure of the database: else the host stops.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Interval;
            try
            {
                wait = await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }

            await Task.Delay(wait, stoppingToken);
        }
    }

    /// <summary>Tells what there is to tell.</summary>
    /// <returns>When to look again.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var wait = await store.AskAsync(UntilNextAsync, cancellation);
        if (wait > TimeSpan.Zero)
        {
            return wait < Interval ? wait : Interval;
        }

        await TellAsync(cancellation);
        return TimeSpan.Zero;
    }

    private static async Task<TimeSpan> UntilNextAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select next, moment from r2p.next_expiry()", connection);
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        await reader.ReadAsync(cancellation);
        return await reader.IsDBNullAsync(0, cancellation)
            ? Interval
            : reader.GetFieldValue<DateTimeOffset>(0) - reader.GetFieldValue<DateTimeOffset>(1);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not tell of shares that have expired; trying again.")]
    private partial void LogFailure(Exception failure);

    private sealed record ExpiredShare(Guid Id, string Kind, string[] Readers);
}
