using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>What went from your offices to others, and came back. Only what you may see is counted; what was withdrawn is not.</summary>
/// <param name="Sent">How many messages your offices sent to them.</param>
/// <param name="Received">How many messages they sent to your offices.</param>
/// <param name="RepliesAwaited">How many replies you wait for.</param>
/// <param name="RepliesOwed">How many replies they wait for.</param>
public sealed record ExchangeBalance(int Sent, int Received, int RepliesAwaited, int RepliesOwed);

/// <summary>What went to one office of an exchange and came back from it.</summary>
/// <param name="OfficeId">The office.</param>
/// <param name="Sent">How many messages your offices sent to it.</param>
/// <param name="Received">How many messages it sent to your offices.</param>
public sealed record OfficeBalance([property: GraphQLIgnore] Guid OfficeId, int Sent, int Received);

/// <summary>What a balance leads to.</summary>
[ObjectType<OfficeBalance>]
public static class OfficeBalanceFields
{
    /// <summary>The office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(OfficeBalance.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>Balances in queries.</summary>
[QueryType]
public static class BalanceQueries
{
    /// <summary>What your offices have sent to an office or to a party, and received from it, in all exchanges.</summary>
    /// <param name="with">The office or the party on the other side.</param>
    /// <param name="since">Only messages sent since then; by default all.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<ExchangeBalance> ExchangeBalance(
        NodeId with, Viewer viewer, ReadSession session, CancellationToken cancellation, DateTimeOffset? since = null) =>
        session.QueryAsync(
            async (db, token) => await Balances.WithAsync(db, viewer.Offices(), await Balances.OfficesOfAsync(db, with.Id, token), since, token),
            cancellation);
}

/// <summary>Counts messages between offices.</summary>
internal static class Balances
{
    public static Guid[] Offices(this Viewer viewer) => [.. viewer.Appointments.Select(held => held.OfficeId).Distinct()];

    /// <summary>The offices that an id stands for: an office, or those of a party.</summary>
    public static Task<Guid[]> OfficesOfAsync(DocumentContext db, Guid id, CancellationToken cancellation) =>
        db.Readable<Office>().Where(office => office.Id == id || office.PartyId == id).Select(office => office.Id).ToArrayAsync(cancellation);

    public static async Task<ExchangeBalance> WithAsync(
        DocumentContext db, Guid[] own, Guid[] others, DateTimeOffset? since, CancellationToken cancellation)
    {
        var messages = db.SentMessages().Where(message => since == null || message.SentAt >= since);
        var expected = db.ExpectedReplies().Where(reply => since == null || reply.SentAt >= since);
        var sent = messages.Where(message => own.Contains(message.OwnerId) && message.ToIds.Any(to => others.Contains(to)));
        var received = messages.Where(message => others.Contains(message.OwnerId) && message.ToIds.Any(to => own.Contains(to)));
        return new ExchangeBalance(
            await sent.CountAsync(cancellation),
            await received.CountAsync(cancellation),
            await expected.CountAsync(reply => others.Contains(reply.OfficeId) && sent.Any(message => message.Id == reply.MessageId), cancellation),
            await expected.CountAsync(reply => own.Contains(reply.OfficeId) && received.Any(message => message.Id == reply.MessageId), cancellation));
    }

    public static async Task<ILookup<Guid, OfficeBalance>> ByOfficeAsync(
        DocumentContext db, IReadOnlyList<Guid> exchanges, Guid[] own, CancellationToken cancellation)
    {
        var messages = db.SentMessages().Where(message => exchanges.Contains(message.ExchangeId));
        var sent = await (
            from message in messages
            where own.Contains(message.OwnerId)
            from office in message.ToIds
            where !own.Contains(office)
            group message by new { message.ExchangeId, Office = office } into pair
            select new { pair.Key.ExchangeId, pair.Key.Office, Count = pair.Count() }).ToListAsync(cancellation);
        var received = await messages
            .Where(message => !own.Contains(message.OwnerId) && message.ToIds.Any(to => own.Contains(to)))
            .GroupBy(message => new { message.ExchangeId, Office = message.OwnerId })
            .Select(pair => new { pair.Key.ExchangeId, pair.Key.Office, Count = pair.Count() })
            .ToListAsync(cancellation);
        var counts = sent.Select(row => (row.ExchangeId, row.Office, Sent: row.Count, Received: 0))
            .Concat(received.Select(row => (row.ExchangeId, row.Office, Sent: 0, Received: row.Count)));
        return counts
            .GroupBy(row => (row.ExchangeId, row.Office))
            .OrderBy(pair => pair.Key.Office)
            .ToLookup(pair => pair.Key.ExchangeId, pair => new OfficeBalance(pair.Key.Office, pair.Sum(row => row.Sent), pair.Sum(row => row.Received)));
    }
}
