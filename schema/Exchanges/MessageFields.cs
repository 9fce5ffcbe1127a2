using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>What a message leads to.</summary>
[ObjectType<ExchangeMessage>]
public static class MessageFields
{
    private static readonly ChildRows<ExchangeMessage> Replies = new(
        db => db.SentMessages().Where(reply => reply.InReplyToId != null),
        reply => reply.InReplyToId!.Value,
        SortKey.By((ExchangeMessage reply) => reply.SentAt));

    /// <summary>Messages by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ExchangeMessage?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleMessages(), selection, cancellation);

    /// <summary>The exchange; for an office that left, the version of its time.</summary>
    public static Task<IReadOnlyList<Exchange?>> ExchangeAsync(
        [ParentKey(nameof(ExchangeMessage.ExchangeId))] IReadOnlyList<Guid> ids,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindExchangesAsync(documents, ids, selection, cancellation);

    /// <summary>The office that wrote it.</summary>
    public static Task<IReadOnlyList<Office?>> FromAsync(
        [ParentKey(nameof(ExchangeMessage.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Who of that office wrote it; null if you are no member of the network.</summary>
    public static Task<IReadOnlyList<Person?>> AuthorAsync(
        [ParentKey(nameof(ExchangeMessage.AuthorId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    /// <summary>The offices that it was sent to; of a draft those that are named.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> ToAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        await session.FindOfficesAsync([.. messages.Select(message => message.ToIds)], selection, cancellation);

    /// <summary>The documents that it points to, as far as you may see them.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<ISharedDocument>>> DocumentsAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        documents.FindLinkedAsync(session, [.. messages.Select(message => message.DocumentLinks)], selection, cancellation);

    /// <summary>The message that it replies to; null if there is none that you may read.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> InReplyToAsync(
        [ParentKey(nameof(ExchangeMessage.InReplyToId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleMessages(), selection, cancellation);

    /// <summary>The message that it corrects; null if there is none that you may read.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> CorrectsAsync(
        [ParentKey(nameof(ExchangeMessage.CorrectsId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleMessages(), selection, cancellation);

    /// <summary>The messages that correct it, as far as you may read them, oldest first.</summary>
    public static async Task<ILookup<Guid, ExchangeMessage>> CorrectedByAsync(
        [ParentKey(nameof(ExchangeMessage.Id))] IReadOnlyList<Guid> messages, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.SentMessages()
                .Where(correction => correction.CorrectsId != null && messages.Contains(correction.CorrectsId.Value))
                .OrderBy(correction => correction.SentAt)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(correction => correction.CorrectsId!.Value);
    }

    /// <summary>The replies that you may read, oldest first.</summary>
    [UsePaging]
    public static Task<IReadOnlyDictionary<Guid, Connection<ExchangeMessage>>> RepliesAsync(
        [ParentKey(nameof(ExchangeMessage.Id))] IReadOnlyList<Guid> messages,
        PagingArguments paging,
        QueryContext<ExchangeMessage> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Replies.PageAsync(session, messages, paging, query, selection, cancellation);

    /// <summary>The replies to it that are outstanding, as far as you may know: one for each office that was asked, 50 at most.</summary>
    [ListSize(AssumedSize = ExchangeRules.MaxParticipants)]
    public static async Task<ILookup<Guid, ExpectedReply>> RepliesExpectedAsync(
        [ParentKey(nameof(ExchangeMessage.Id))] IReadOnlyList<Guid> messages, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.ExpectedReplies().Where(reply => messages.Contains(reply.MessageId)).ToListAsync(token), cancellation);
        return rows.ToLookup(reply => reply.MessageId);
    }
}

/// <summary>What an outstanding reply leads to.</summary>
[ObjectType<ExpectedReply>]
public static class ExpectedReplyFields
{
    /// <summary>The office that was asked.</summary>
    public static Task<IReadOnlyList<Office?>> FromAsync(
        [ParentKey(nameof(ExpectedReply.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The message that asks for it.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> MessageAsync(
        [ParentKey(nameof(ExpectedReply.MessageId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleMessages(), selection, cancellation);

    /// <summary>Whether that day is over.</summary>
    public static bool Overdue([Parent] ExpectedReply reply, TimeProvider time) => reply.By < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}

/// <summary>The message in the answer to an act.</summary>
[ObjectType<MessagePayload>]
public static class MessagePayloadFields
{
    /// <summary>The message as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> MessageAsync(
        [ParentKey(nameof(MessagePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleMessages(), selection, cancellation);
}

/// <summary>Reads exchanges, messages, and the offices that rows name, for batch resolvers: a fixed number of statements for any number of parents.</summary>
internal static class ExchangeReads
{
    /// <summary>Exchanges by id, one result for each: as they stand for whoever takes part; for an office that left, in the last version of its time.</summary>
    public static async Task<IReadOnlyList<Exchange?>> FindExchangesAsync(
        this ReadSession session, SharedDocuments documents, IReadOnlyList<Guid> ids, ISelection? selection, CancellationToken cancellation)
    {
        var heads = await documents.FindWithReviewedAsync<Exchange>(session, ids, selection, cancellation);
        Guid[] left = [.. ids.Where((_, i) => heads[i] is null).Distinct()];
        if (left is [])
        {
            return heads;
        }

        var kind = EnumText.Of(DocumentKind.Exchange);
        var kept = await session.QueryAsync(
            (db, token) => DocumentRevision.Visible(db)
                .Where(revision => left.Contains(revision.DocumentId) && revision.Kind == kind)
                .GroupBy(revision => revision.DocumentId)
                .Select(versions => new { Id = versions.Key, Version = versions.Max(version => version.Version) })
                .ToListAsync(token),
            cancellation);
        var found = await documents.FindRevisionsAsync(
            session, kept.Select(version => (DocumentKind.Exchange, new DocumentVersion(version.Id, version.Version))), cancellation);
        var byId = found.Values.OfType<Exchange>().ToDictionary(exchange => exchange.Id);
        return [.. ids.Select((id, i) => heads[i] ?? byId.GetValueOrDefault(id))];
    }
}
