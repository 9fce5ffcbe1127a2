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
    /// <summary>Messages by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<ExchangeMessage?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindMessagesAsync(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>The exchange; for an office that left, the version of its time.</summary>
    public static Task<IReadOnlyList<Exchange?>> ExchangeAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, SharedDocuments documents, ReadSession session, CancellationToken cancellation) =>
        session.FindExchangesAsync(documents, [.. messages.Select(message => message.ExchangeId)], cancellation);

    /// <summary>The office that wrote it.</summary>
    public static Task<IReadOnlyList<Office?>> FromAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(messages.Select(message => (Guid?)message.OwnerId), cancellation);

    /// <summary>Who of that office wrote it; null if you are no member of the network.</summary>
    public static Task<IReadOnlyList<Person?>> AuthorAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(messages.Select(message => (Guid?)message.AuthorId), cancellation);

    /// <summary>The offices that it was sent to; of a draft those that are named.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> ToAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, ReadSession session, CancellationToken cancellation) =>
        await session.FindOfficesAsync([.. messages.Select(message => message.ToIds)], cancellation);

    /// <summary>The documents that it points to, as far as you may see them.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<ISharedDocument>>> DocumentsAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, SharedDocuments documents, ReadSession session, CancellationToken cancellation) =>
        documents.FindLinkedAsync(session, [.. messages.Select(message => message.DocumentLinks)], cancellation);

    /// <summary>The message that it replies to; null if there is none that you may read.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> InReplyToAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, ReadSession session, CancellationToken cancellation) =>
        session.FindMessagesAsync(messages.Select(message => message.InReplyToId), cancellation);

    /// <summary>The message that it corrects; null if there is none that you may read.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> CorrectsAsync(
        [Parents] IReadOnlyList<ExchangeMessage> messages, ReadSession session, CancellationToken cancellation) =>
        session.FindMessagesAsync(messages.Select(message => message.CorrectsId), cancellation);

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
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PagePerParentAsync(
            messages,
            db => db.SentMessages().Where(reply => reply.InReplyToId != null),
            reply => reply.InReplyToId!.Value,
            paging,
            query.DefaultOrder(reply => reply.SentAt),
            selection,
            cancellation);

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
        [Parents] IReadOnlyList<ExpectedReply> replies, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(replies.Select(reply => (Guid?)reply.OfficeId), cancellation);

    /// <summary>The message that asks for it.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> MessageAsync(
        [Parents] IReadOnlyList<ExpectedReply> replies, ReadSession session, CancellationToken cancellation) =>
        session.FindMessagesAsync(replies.Select(reply => (Guid?)reply.MessageId), cancellation);

    /// <summary>Whether that day is over.</summary>
    public static bool Overdue([Parent] ExpectedReply reply, TimeProvider time) => reply.By < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}

/// <summary>The message in the answer to an act.</summary>
[ObjectType<MessagePayload>]
public static class MessagePayloadFields
{
    /// <summary>The message as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<ExchangeMessage?>> MessageAsync(
        [Parents] IReadOnlyList<MessagePayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindMessagesAsync(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>Reads exchanges, messages, and the offices that rows name, for batch resolvers: a fixed number of statements for any number of parents.</summary>
internal static class ExchangeReads
{
    /// <summary>Exchanges by id, one result for each: as they stand for whoever takes part; for an office that left, in the last version of its time.</summary>
    public static async Task<IReadOnlyList<Exchange?>> FindExchangesAsync(
        this ReadSession session, SharedDocuments documents, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var heads = await documents.FindWithReviewedAsync<Exchange>(session, ids, cancellation);
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

    public static async Task<IReadOnlyList<ExchangeMessage?>> FindMessagesAsync(
        this ReadSession session, IEnumerable<Guid?> ids, CancellationToken cancellation)
    {
        Guid?[] wanted = [.. ids];
        Guid[] distinct = [.. wanted.OfType<Guid>().Distinct()];
        if (distinct.Length == 0)
        {
            return new ExchangeMessage?[wanted.Length];
        }

        var rows = await session.QueryAsync(
            (db, token) => db.ReadByIdAsync(db.VisibleMessages(), distinct, RowColumns.All, token), cancellation);
        var found = rows.ToDictionary(message => message.Id);
        return [.. wanted.Select(id => id is { } known ? found.GetValueOrDefault(known) : null)];
    }
}
