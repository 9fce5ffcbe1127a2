using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Recalls;

/// <summary>The recalls that an office has not acknowledged yet.</summary>
public sealed class RecallInbox() : InboxSource<Recall>(InboxReason.RecallToAcknowledge)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var offices = asked.Offices;
        return db.Readable<Recall>()
            .Where(recall => offices.Contains(recall.OfficeId) && recall.AcknowledgedAt == null)
            .Select(recall => new Waiting
            {
                SubjectId = recall.Id,
                OfficeId = recall.OfficeId,
                DueOn = null,
                Since = recall.RecalledAt,
            });
    }
}
