using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>What the acts in an exchange have in common: they go one after the other, and each office acts for itself.</summary>
internal static class ExchangeRoom
{
    /// <summary>The exchange that an act is about. Other acts in it wait until this one is done, so that nobody is told what a leave has closed.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND, also for whoever takes no part in it.</exception>
    public static async Task<Exchange> EnterExchangeAsync(this Act act, Guid id, params IReadOnlyList<string> path)
    {
        await act.LockExchangeAsync(id);
        return await act.Context.Visible<Exchange>().SingleOrDefaultAsync(exchange => exchange.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("exchange", path);
    }

    /// <summary>The same, in the version that the caller saw, for a step of its life.</summary>
    public static async Task<Exchange> EnterExchangeAsync(this Act act, ExchangeStep step, DocumentAct wanted)
    {
        var exchange = await act.EnterExchangeAsync(step.Id, "input", "id");
        if (exchange.Version != step.Version)
        {
            throw Refuse.Stale(exchange.Version);
        }

        ExchangeLife.Life.Take(act, exchange, wanted);
        act.Because(step.Reason);
        return exchange;
    }

    public static void MustBeOpen(this Exchange exchange, string act)
    {
        if (exchange.Status != DocumentStatus.Open)
        {
            throw Refuse.Transition(act, exchange.Status, DocumentStatus.Open);
        }
    }

    /// <summary>The office that acts: one that takes part, held with one of the roles.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED if there is none; INVALID_INPUT if there are several and the input names none.</exception>
    public static Guid MustTakePart(this Act act, Exchange exchange, Guid? office, string toDo, params Role[] roles)
    {
        var candidates = act.Viewer.Appointments
            .Where(held => roles.Contains(held.Role) && exchange.ParticipantIds.Contains(held.OfficeId) && (office is null || held.OfficeId == office))
            .Select(held => held.OfficeId)
            .Distinct()
            .ToArray();
        return candidates switch
        {
            [var only] => only,
            [] => throw Refuse.NotAllowed(toDo),
            _ => throw Refuse.Invalid("You act for several offices of the exchange: name one.", "input", "office"),
        };
    }

    /// <summary>Who speaks for an office there. As long as all offices are of one State, its contributors do, too: nothing they say leaves it.</summary>
    public static async Task<Role[]> WhoSpeakInAsync(this Act act, Exchange exchange)
    {
        var parties = await act.Context.Readable<Office>()
            .Where(office => exchange.ParticipantIds.Contains(office.Id))
            .Join(act.Context.Readable<Party>(), office => office.PartyId, party => party.Id, (_, party) => new { party.Id, IsState = party is State })
            .Distinct()
            .Take(2)
            .ToListAsync(act.Cancellation);
        return parties is [{ IsState: true }] ? [.. ExchangeLife.WhoSpeak, Role.NationalContributor] : ExchangeLife.WhoSpeak;
    }

    /// <summary>Messages that the viewer may see.</summary>
    public static IQueryable<ExchangeMessage> VisibleMessages(this DocumentContext db) =>
        db.Readable<ExchangeMessage>().Where(message => DocumentContext.IsOpen(message.ExpiresAt, message.OwnerId));

    /// <summary>Messages that the viewer may see and that stand.</summary>
    public static IQueryable<ExchangeMessage> SentMessages(this DocumentContext db) =>
        db.VisibleMessages().Where(message => message.Status == MessageStatus.Sent);

    /// <summary>The replies that are outstanding in open exchanges, as far as the viewer may know: one for each message and office.</summary>
    public static IQueryable<ExpectedReply> ExpectedReplies(this DocumentContext db)
    {
        var replies = db.SentMessages();
        var open = db.Visible<Exchange>().Where(exchange => exchange.Status == DocumentStatus.Open);
        return
            from message in db.SentMessages()
            where message.ReplyExpectedBy != null
            from office in message.ToIds
            where open.Any(exchange => exchange.Id == message.ExchangeId && exchange.ParticipantIds.Contains(office))
                && !replies.Any(reply => reply.InReplyToId == message.Id && reply.OwnerId == office)
            select new ExpectedReply
            {
                ExchangeId = message.ExchangeId,
                MessageId = message.Id,
                OfficeId = office,
                By = message.ReplyExpectedBy!.Value,
                SentAt = message.SentAt!.Value,
            };
    }

    /// <summary>A message that the viewer may see, as it stands once other acts in its exchange are done.</summary>
    public static async Task<(Exchange Exchange, ExchangeMessage Message)> EnterAtMessageAsync(this Act act, Guid id, params IReadOnlyList<string> path)
    {
        var message = await act.ReachMessageAsync(id, path);
        return (await act.EnterExchangeAsync(message.ExchangeId, path), message);
    }

    /// <summary>The same message, also for an office that has left the exchange.</summary>
    public static async Task<ExchangeMessage> ReachMessageAsync(this Act act, Guid id, params IReadOnlyList<string> path)
    {
        var messages = act.Context.VisibleMessages().Where(message => message.Id == id);
        await act.LockExchangeAsync(
            await messages.Select(message => (Guid?)message.ExchangeId).SingleOrDefaultAsync(act.Cancellation) ?? throw Refuse.NotFound("message", path));
        return await messages.SingleOrDefaultAsync(act.Cancellation) ?? throw Refuse.NotFound("message", path);
    }

    private static Task LockExchangeAsync(this Act act, Guid id) => act.LockAsync(ActLock.Exchange, id.ToString());
}
