using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Recalls;

/// <summary>The recalls that an office has not acknowledged yet.</summary>
public sealed class RecallInbox : IInboxSource
{
    private static readonly string Reason = EnumText.Of(InboxReason.RecallToAcknowledge);

    /// <inheritdoc/>
    public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked)
    {
        var (reason, offices) = (Reason, asked.Offices);
        return db.Readable<Recall>()
            .Where(recall => offices.Contains(recall.OfficeId) && recall.AcknowledgedAt == null)
            .Select(recall => new InboxEntry
            {
                Reason = reason,
                TypeName = nameof(Recall),
                SubjectId = recall.Id,
                OfficeId = recall.OfficeId,
                DueOn = null,
                Since = recall.RecalledAt,
            });
    }
}
