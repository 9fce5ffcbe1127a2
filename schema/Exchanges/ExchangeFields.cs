using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>Exchanges in queries.</summary>
[QueryType]
public static class ExchangeQueries
{
    /// <summary>The exchanges in which your office takes part; newest first. One that it has left it finds by id, in the version of its time.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Exchange>> Exchanges(
        PagingArguments paging,
        QueryContext<Exchange> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>The messages that you may read, of all exchanges, newest first; drafts of your office are among them.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<ExchangeMessage>> ExchangeMessages(
        PagingArguments paging, QueryContext<ExchangeMessage> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.VisibleMessages(), paging, query.DefaultOrder(message => message.CreatedAt, descending: true), selection, cancellation);

    /// <summary>The partnerships in which your office is a party, newest first.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Partnership>> Partnerships(
        PagingArguments paging, QueryContext<Partnership> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<Partnership>(), paging, query.DefaultOrder(record => record.CreatedAt, descending: true), selection, cancellation);
}

/// <summary>The fields of an exchange that read beyond its own row.</summary>
[ObjectType<Exchange>]
public static class ExchangeFields
{
    private static readonly ChildRows<ExchangeTask> Tasks = new(
        db => db.Readable<ExchangeTask>(), task => task.ExchangeId, SortKey.By((ExchangeTask task) => task.DueOn));

    private static readonly ChildRows<ExchangeMessage> Messages = new(
        db => db.VisibleMessages(), message => message.ExchangeId, SortKey.By((ExchangeMessage message) => message.CreatedAt, descending: true));

    private const int MaxExpected = 100;

    /// <summary>Exchanges by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Exchange?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindExchangesAsync(documents, ids, selection, cancellation);

    /// <summary>The offices that take part, or took part while yours did.</summary>
    public static async Task<ILookup<Guid, ExchangeParticipant>> ParticipantsAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<ExchangeParticipant>()
                .Where(seat => exchanges.Contains(seat.ExchangeId))
                .OrderBy(seat => seat.JoinedAt).ThenBy(seat => seat.OfficeId)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(seat => seat.ExchangeId);
    }

    /// <summary>The messages that you may read, newest first; drafts of your office are among them.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<ExchangeMessage>>> MessagesAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges,
        PagingArguments paging,
        QueryContext<ExchangeMessage> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Messages.PageAsync(session, exchanges, paging, query, selection, cancellation);

    /// <summary>The ids of messages that you could read and that were withdrawn: delete your copies.</summary>
    [ID]
    public static async Task<ILookup<Guid, string>> WithdrawnMessagesAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<ExchangeTombstone>()
                .Where(tombstone => exchanges.Contains(tombstone.ExchangeId))
                .OrderBy(tombstone => tombstone.MessageId)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(tombstone => tombstone.ExchangeId, tombstone => new NodeId(nameof(ExchangeMessage), tombstone.MessageId).ToString());
    }

    /// <summary>The tasks that you may read, by their dates.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<ExchangeTask>>> TasksAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges,
        PagingArguments paging,
        QueryContext<ExchangeTask> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Tasks.PageAsync(session, exchanges, paging, query, selection, cancellation);

    /// <summary>The partnerships that came of it, of which your office is a party.</summary>
    public static async Task<ILookup<Guid, Partnership>> PartnershipsAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Visible<Partnership>()
                .Where(record => exchanges.Contains(record.ExchangeId))
                .OrderBy(record => record.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(record => record.ExchangeId);
    }

    /// <summary>The replies that are outstanding, as far as you may know, the earliest date first; at most the first 100.</summary>
    [ListSize(AssumedSize = MaxExpected)]
    public static async Task<ILookup<Guid, ExpectedReply>> RepliesExpectedAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) =>
                (from exchange in db.Visible<Exchange>()
                 where exchanges.Contains(exchange.Id)
                 from reply in db.ExpectedReplies()
                     .Where(reply => reply.ExchangeId == exchange.Id)
                     .OrderBy(reply => reply.By).ThenBy(reply => reply.SentAt).ThenBy(reply => reply.OfficeId)
                     .Take(MaxExpected)
                 select reply).ToListAsync(token),
            cancellation);
        return rows.OrderBy(reply => reply.By).ThenBy(reply => reply.SentAt).ToLookup(reply => reply.ExchangeId);
    }

    /// <summary>What your offices have sent to each of the others in this exchange, and received from them.</summary>
    public static async Task<ILookup<Guid, OfficeBalance>> BalanceAsync(
        [ParentKey(nameof(Exchange.Id))] IReadOnlyList<Guid> exchanges, Viewer viewer, ReadSession session, CancellationToken cancellation) =>
        await session.QueryAsync((db, token) => Balances.ByOfficeAsync(db, exchanges, viewer.Offices(), token), cancellation);
}

/// <summary>What an office's place in an exchange leads to.</summary>
[ObjectType<ExchangeParticipant>]
public static class ExchangeParticipantFields
{
    /// <summary>The office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(ExchangeParticipant.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The office that asked it in; null for the one that opened the exchange.</summary>
    public static Task<IReadOnlyList<Office?>> InvitedByAsync(
        [ParentKey(nameof(ExchangeParticipant.InvitedById))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>What a task leads to.</summary>
[ObjectType<ExchangeTask>]
public static class ExchangeTaskFields
{
    /// <summary>Tasks by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ExchangeTask?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<ExchangeTask>(ids, selection, cancellation);

    /// <summary>The office that is to do it.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(ExchangeTask.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The office that added it.</summary>
    public static Task<IReadOnlyList<Office?>> AddedByAsync(
        [ParentKey(nameof(ExchangeTask.AddedById))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The exchange; for an office that left, the version of its time.</summary>
    public static Task<IReadOnlyList<Exchange?>> ExchangeAsync(
        [ParentKey(nameof(ExchangeTask.ExchangeId))] IReadOnlyList<Guid> ids,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindExchangesAsync(documents, ids, selection, cancellation);
}

/// <summary>What a partnership leads to.</summary>
[ObjectType<Partnership>]
public static class PartnershipFields
{
    /// <summary>Partnerships by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Partnership?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Partnership>(ids, selection, cancellation);

    /// <summary>The offices that are parties.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> PartiesAsync(
        [Parents] IReadOnlyList<Partnership> records, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        await session.FindOfficesAsync([.. records.Select(record => record.PartyIds)], selection, cancellation);

    /// <summary>The exchange that it came of; for an office that left, the version of its time.</summary>
    public static Task<IReadOnlyList<Exchange?>> ExchangeAsync(
        [ParentKey(nameof(Partnership.ExchangeId))] IReadOnlyList<Guid> ids,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindExchangesAsync(documents, ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<ExchangePayload>]
public static class ExchangePayloadFields
{
    /// <summary>The exchange as it stands now, or as your office keeps it if it has left; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Exchange?>> ExchangeAsync(
        [ParentKey(nameof(ExchangePayload.Id))] IReadOnlyList<Guid> ids,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindExchangesAsync(documents, ids, selection, cancellation);
}

/// <summary>The task in the answer to an act.</summary>
[ObjectType<ExchangeTaskPayload>]
public static class ExchangeTaskPayloadFields
{
    /// <summary>The task as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ExchangeTask?>> TaskAsync(
        [ParentKey(nameof(ExchangeTaskPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<ExchangeTask>(ids, selection, cancellation);
}

/// <summary>The partnership in the answer to an act.</summary>
[ObjectType<PartnershipPayload>]
public static class PartnershipPayloadFields
{
    /// <summary>The partnership as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Partnership?>> PartnershipAsync(
        [ParentKey(nameof(PartnershipPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Partnership>(ids, selection, cancellation);
}
