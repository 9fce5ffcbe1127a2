using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>What is said in an exchange.</summary>
[MutationType]
public static class MessageMutations
{
    /// <summary>Begins a message. Only your office sees the draft.</summary>
    [Authorize]
    public static async Task<MessagePayload> DraftMessage(DraftMessageInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var exchange = await act.EnterExchangeAsync(input.ExchangeId, "input", "exchangeId");
            var office = act.MustTakePart(exchange, input.Office, "write in this exchange", Roles.WhoDraft);
            exchange.MustBeOpen(act.Name);
            var message = MessageWriting.Begin(act, exchange, office, input.InReplyTo);
            await MessageWriting.FillAsync(act, exchange, message, input.Message, documents);
            act.Context.Add(message);
            act.TellUnchanged(ChangeType.MessageDrafted, exchange, message.Readers);
            return message.Id;
        }));

    /// <summary>Writes a draft of your office anew.</summary>
    [Authorize]
    public static async Task<MessagePayload> ReviseMessage(ReviseMessageInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (exchange, message) = await LoadDraftAsync(act, input.Id, input.Version, "input", "id");
            await MessageWriting.FillAsync(act, exchange, message, input.Message, documents);
            message.Version++;
            act.TellUnchanged(ChangeType.MessageDrafted, exchange, message.Readers);
            return message.Id;
        }));

    /// <summary>Sends a message: a draft as it stands, or one that is written here. What was sent is not edited any more.</summary>
    [Authorize]
    public static async Task<MessagePayload> SendMessage(SendMessageInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (exchange, message) = input switch
            {
                { Draft: { } draft, Version: { } version, ExchangeId: null, Message: null } =>
                    await LoadDraftAsync(act, draft, version, "input", "draft"),
                { Draft: null, Version: null, ExchangeId: { } id, Message: { } written } =>
                    await WriteAsync(act, await act.EnterExchangeAsync(id, "input", "exchangeId"), null, input.Office, written, documents),
                _ => throw Refuse.Invalid("Name either a draft and its version, or an exchange and a message.", "input"),
            };
            act.MustTakePart(exchange, message.OwnerId, "send a message in this exchange", await act.WhoSpeakInAsync(exchange));
            await MessageWriting.SendAsync(act, exchange, message);
            act.TellUnchanged(ChangeType.MessageSent, exchange, message.Readers);
            return message.Id;
        }));

    /// <summary>Replies to a message.</summary>
    [Authorize]
    public static async Task<MessagePayload> ReplyTo(ReplyToInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (entered, parent) = await act.EnterAtMessageAsync(input.MessageId, "input", "messageId");
            var (exchange, message) = await WriteAsync(act, entered, parent.Id, input.Office, input.Message, documents);
            await MessageWriting.SendAsync(act, exchange, message);
            act.TellUnchanged(ChangeType.MessageReplied, exchange, message.Readers);
            return message.Id;
        }));

    /// <summary>Takes a message of your office back: the others keep its id, and nothing else. A draft is given up.</summary>
    [Authorize]
    public static async Task<MessagePayload> WithdrawMessage(WithdrawMessageInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var found = await act.ReachMessageAsync(input.Id, "input", "id");
            act.MustActFor(found.OwnerId, "take this message back", found.AuthorId == act.Person ? Roles.WhoDraft : ExchangeLife.WhoSpeak);
            await WithdrawAsync(act, found);
            return found.Id;
        }));

    private static async Task WithdrawAsync(Act act, ExchangeMessage message)
    {
        if (message.Status == MessageStatus.Withdrawn)
        {
            throw Refuse.Transition(act.Name, message.Status, MessageStatus.Draft, MessageStatus.Sent);
        }

        var own = ReaderRules.OfOffices(message.OwnerId);
        string[] former = [.. message.Readers.Except(own)];
        if (former.Length > 0)
        {
            act.Context.Add(new ExchangeTombstone { MessageId = message.Id, ExchangeId = message.ExchangeId, Readers = former });
        }

        // An office that left takes its messages back, too; it does not know which version the exchange has now.
        act.Session.Append(ChangeType.MessageWithdrawn.ToldTo(message.Readers) with
        {
            DocumentId = message.ExchangeId,
            DocumentKind = EnumText.Of(DocumentKind.Exchange),
            Version = await act.Context.Visible<Exchange>()
                .Where(exchange => exchange.Id == message.ExchangeId).Select(exchange => (int?)exchange.Version).SingleOrDefaultAsync(act.Cancellation),
        });
        message.Status = MessageStatus.Withdrawn;
        message.Version++;
        message.Readers = own;
    }

    private static async Task<(Exchange Exchange, ExchangeMessage Message)> WriteAsync(
        Act act, Exchange exchange, Guid? inReplyTo, Guid? office, MessageInput input, SharedDocuments documents)
    {
        var speaker = act.MustTakePart(exchange, office, "send a message in this exchange", await act.WhoSpeakInAsync(exchange));
        exchange.MustBeOpen(act.Name);
        var message = MessageWriting.Begin(act, exchange, speaker, inReplyTo);
        await MessageWriting.FillAsync(act, exchange, message, input, documents);
        act.Context.Add(message);
        return (exchange, message);
    }

    private static async Task<(Exchange Exchange, ExchangeMessage Message)> LoadDraftAsync(
        Act act, Guid id, int version, params IReadOnlyList<string> path)
    {
        var (exchange, found) = await act.EnterAtMessageAsync(id, path);
        act.MustTakePart(exchange, found.OwnerId, "change or send this draft", Roles.WhoDraft);
        exchange.MustBeOpen(act.Name);
        if (found.Status != MessageStatus.Draft)
        {
            throw Refuse.Transition(act.Name, found.Status, MessageStatus.Draft);
        }

        return found.Version == version ? (exchange, found) : throw Refuse.Stale(found.Version);
    }
}

/// <summary>What an act on a message came to.</summary>
public sealed class MessagePayload(ActResult result) : ActPayload(result);
