using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Exchanges;

/// <summary>Messages that wait for a reply from the viewer's office.</summary>
public sealed class ExpectedReplies() : InboxSource<ExchangeMessage>(InboxReason.ReplyExpected)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) =>
        from reply in db.ExpectedReplies()
        where asked.Offices.Contains(reply.OfficeId)
        select new Waiting
        {
            SubjectId = reply.MessageId, OfficeId = reply.OfficeId, DueOn = reply.By, Since = reply.SentAt,
        };
}

/// <summary>Tasks of open exchanges that the viewer's office has.</summary>
public sealed class OpenTasks() : InboxSource<ExchangeTask>(InboxReason.TaskDue)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var open = db.Visible<Exchange>().Where(exchange => exchange.Status == Sharing.DocumentStatus.Open);
        return
            from task in db.Readable<ExchangeTask>()
            where task.DoneAt == null && asked.Offices.Contains(task.OfficeId) && open.Any(exchange => exchange.Id == task.ExchangeId)
            select new Waiting
            {
                SubjectId = task.Id, OfficeId = task.OfficeId, DueOn = task.DueOn, Since = task.CreatedAt,
            };
    }
}
