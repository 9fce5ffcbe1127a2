using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>The steps of writing and sending a message.</summary>
internal static class MessageWriting
{
    public static ExchangeMessage Begin(Act act, Exchange exchange, Guid office, Guid? inReplyTo) => new()
    {
        Id = act.NewId(),
        ExchangeId = exchange.Id,
        OwnerId = office,
        AuthorId = act.Person,
        Version = 1,
        Status = MessageStatus.Draft,
        InReplyToId = inReplyTo,
        Text = "",
        CreatedAt = act.Now,
        Readers = ReaderRules.OfOffices(office),
    };

    /// <summary>Checks what was written, and puts it into a draft.</summary>
    /// <param name="act">The act.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="message">The draft.</param>
    /// <param name="input">What it is to say.</param>
    /// <param name="documents">Finds what it points to.</param>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public static async Task FillAsync(Act act, Exchange exchange, ExchangeMessage message, MessageInput input, SharedDocuments documents)
    {
        var check = new InputCheck();
        check.Text(input.Text, DocumentRules.MaxText, "message", "text");
        CheckDates(act, check, input);
        var circle = await CircleAsync(act, exchange, message);
        for (var i = 0; i < input.To?.Count; i++)
        {
            if (!circle.Contains(input.To[i]))
            {
                check.Add("This office does not take part, or may not read what you reply to.", "message", "to", $"{i}");
            }
        }

        await CheckCorrectedAsync(act, check, message, input.Corrects);
        message.DocumentLinks = await DocumentLinks.CheckAsync(act, check, documents, input.Documents, "message", "documents");
        check.ThrowIfAny();
        message.Text = input.Text;
        message.ToEverybody = input.To is null;
        message.ToIds = [.. (input.To ?? []).Where(office => office != message.OwnerId).Distinct()];
        message.Purpose = input.Handling?.Purpose;
        message.OnwardSharing = input.Handling?.OnwardSharing ?? false;
        message.ExpiresAt = input.Handling?.ExpiresAt;
        message.ReplyExpectedBy = input.ReplyExpectedBy;
        message.CorrectsId = input.Corrects;
    }

    /// <summary>Opens a draft to those that it is written to, as the exchange stands now.</summary>
    /// <exception cref="ActRefusedException">An office that it is written to has left meanwhile, or its date is past.</exception>
    public static async Task SendAsync(Act act, Exchange exchange, ExchangeMessage message)
    {
        var circle = await CircleAsync(act, exchange, message);
        Guid[] to = message.ToEverybody ? [.. circle.Where(office => office != message.OwnerId)] : message.ToIds;
        if (to.Any(office => !circle.Contains(office)))
        {
            throw Refuse.Invalid("An office that it is written to takes no part any more: revise the draft.", "input", "draft");
        }

        if (message.ExpiresAt <= act.Now)
        {
            throw Refuse.Invalid("The message would have expired already: revise the draft.", "input", "draft");
        }

        message.ToIds = to;
        message.Status = MessageStatus.Sent;
        message.SentAt = act.Now;
        message.Readers = ReaderRules.OfOffices([message.OwnerId, .. to]);
    }

    /// <summary>Who may read a message at most: whoever takes part; unless what it replies to may be passed on, only who could read that.</summary>
    private static async Task<Guid[]> CircleAsync(Act act, Exchange exchange, ExchangeMessage message)
    {
        if (message.InReplyToId is not { } id)
        {
            return exchange.ParticipantIds;
        }

        var parent = await act.Context.SentMessages().AsNoTracking()
            .SingleOrDefaultAsync(sent => sent.Id == id && sent.ExchangeId == exchange.Id, act.Cancellation)
            ?? throw Refuse.NotFound("message", "input", "inReplyTo");
        return parent.OnwardSharing
            ? exchange.ParticipantIds
            : [.. exchange.ParticipantIds.Where(office => office == parent.OwnerId || parent.ToIds.Contains(office))];
    }

    private static void CheckDates(Act act, InputCheck check, MessageInput input)
    {
        check.OptionalText(input.Handling?.Purpose, 500, "message", "handling", "purpose");
        if (input.Handling?.ExpiresAt <= act.Now)
        {
            check.Add("Must lie in the future.", "message", "handling", "expiresAt");
        }

        if (input.ReplyExpectedBy < act.Today)
        {
            check.Add("Must not lie in the past.", "message", "replyExpectedBy");
        }
    }

    private static async Task CheckCorrectedAsync(Act act, InputCheck check, ExchangeMessage message, Guid? corrects)
    {
        if (corrects is { } id
            && !await act.Context.SentMessages().AnyAsync(
                sent => sent.Id == id && sent.ExchangeId == message.ExchangeId && sent.OwnerId == message.OwnerId, act.Cancellation))
        {
            check.Add("Your office has sent no such message in this exchange.", "message", "corrects");
        }
    }
}
