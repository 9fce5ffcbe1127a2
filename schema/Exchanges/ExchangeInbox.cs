using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Exchanges;

/// <summary>Messages that wait for a reply from the viewer's office.</summary>
public sealed class ExpectedReplies : IInboxSource
{
    private static readonly string Reason = EnumText.Of(InboxReason.ReplyExpected);

    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked) =>
        from reply in db.ExpectedReplies()
        where asked.Offices.Contains(reply.OfficeId)
        select new InboxEntry
        {
            Reason = Reason, TypeName = nameof(ExchangeMessage), SubjectId = reply.MessageId, OfficeId = reply.OfficeId, DueOn = reply.By, Since = reply.SentAt,
        };
}

/// <summary>Tasks of open exchanges that the viewer's office has.</summary>
public sealed class OpenTasks : IInboxSource
{
    private static readonly string Reason = EnumText.Of(InboxReason.TaskDue);

    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked)
    {
        var open = db.Visible<Exchange>().Where(exchange => exchange.Status == Sharing.DocumentStatus.Open);
        return
            from task in db.Readable<ExchangeTask>()
            where task.DoneAt == null && asked.Offices.Contains(task.OfficeId) && open.Any(exchange => exchange.Id == task.ExchangeId)
            select new InboxEntry
            {
                Reason = Reason, TypeName = nameof(ExchangeTask), SubjectId = task.Id, OfficeId = task.OfficeId, DueOn = task.DueOn, Since = task.CreatedAt,
            };
    }
}
